import type { LocalStrategy } from '@/utils/domain/orders.ts';

/** What is looked for on the generated page, in the spellings of four languages. */
const NAMES = ['User management', 'Benutzerverwaltung', 'Gestion des utilisateurs', 'ユーザー管理'];

export const LIGHT: LocalStrategy = { by: 'role', role: 'button', names: NAMES };

export const DEEP: LocalStrategy = {
  by: 'role',
  role: 'button',
  names: ['Manage deep', 'Tief verwalten', 'Gérer en profondeur', '詳細管理'],
};

export const NAMES_NOWHERE = [
  'Nowhere to be found',
  'Nirgends zu finden',
  'Introuvable',
  '見つからない',
];

export const NOWHERE: LocalStrategy = {
  by: 'role',
  role: 'button',
  names: NAMES_NOWHERE,
};
