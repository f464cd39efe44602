import bell from '@fluentui/svg-icons/icons/alert_16_regular.svg?raw';
import download from '@fluentui/svg-icons/icons/arrow_download_16_regular.svg?raw';
import arrowRight from '@fluentui/svg-icons/icons/arrow_right_16_regular.svg?raw';
import otherSide from '@fluentui/svg-icons/icons/arrow_swap_16_regular.svg?raw';
import sync from '@fluentui/svg-icons/icons/arrow_sync_16_regular.svg?raw';
import undo from '@fluentui/svg-icons/icons/arrow_undo_16_regular.svg?raw';
import check from '@fluentui/svg-icons/icons/checkmark_16_regular.svg?raw';
import chevron from '@fluentui/svg-icons/icons/chevron_right_12_regular.svg?raw';
import clock from '@fluentui/svg-icons/icons/clock_16_regular.svg?raw';
import copy from '@fluentui/svg-icons/icons/copy_16_regular.svg?raw';
import cursor from '@fluentui/svg-icons/icons/cursor_click_20_regular.svg?raw';
import document from '@fluentui/svg-icons/icons/document_text_16_regular.svg?raw';
import eye from '@fluentui/svg-icons/icons/eye_20_regular.svg?raw';
import eyeOff from '@fluentui/svg-icons/icons/eye_off_16_regular.svg?raw';
import hand from '@fluentui/svg-icons/icons/hand_right_16_regular.svg?raw';
import privateWindow from '@fluentui/svg-icons/icons/incognito_16_regular.svg?raw';
import info from '@fluentui/svg-icons/icons/info_16_regular.svg?raw';
import infoLarge from '@fluentui/svg-icons/icons/info_20_regular.svg?raw';
import key from '@fluentui/svg-icons/icons/key_16_regular.svg?raw';
import keyboard from '@fluentui/svg-icons/icons/keyboard_16_regular.svg?raw';
import why from '@fluentui/svg-icons/icons/lightbulb_16_regular.svg?raw';
import pin from '@fluentui/svg-icons/icons/location_16_regular.svg?raw';
import lock from '@fluentui/svg-icons/icons/lock_closed_20_regular.svg?raw';
import mail from '@fluentui/svg-icons/icons/mail_16_regular.svg?raw';
import more from '@fluentui/svg-icons/icons/more_horizontal_20_regular.svg?raw';
import open from '@fluentui/svg-icons/icons/open_16_regular.svg?raw';
import collapse from '@fluentui/svg-icons/icons/panel_right_contract_20_regular.svg?raw';
import person from '@fluentui/svg-icons/icons/person_16_filled.svg?raw';
import print from '@fluentui/svg-icons/icons/print_16_regular.svg?raw';
import question from '@fluentui/svg-icons/icons/question_circle_16_regular.svg?raw';
import sources from '@fluentui/svg-icons/icons/scales_16_regular.svg?raw';
import settings from '@fluentui/svg-icons/icons/settings_16_regular.svg?raw';
import shield from '@fluentui/svg-icons/icons/shield_checkmark_16_filled.svg?raw';
import target from '@fluentui/svg-icons/icons/target_16_regular.svg?raw';
import warning from '@fluentui/svg-icons/icons/warning_16_filled.svg?raw';
import warningLarge from '@fluentui/svg-icons/icons/warning_20_filled.svg?raw';
import offline from '@fluentui/svg-icons/icons/wifi_off_20_regular.svg?raw';
import window from '@fluentui/svg-icons/icons/window_16_regular.svg?raw';
import wrench from '@fluentui/svg-icons/icons/wrench_16_regular.svg?raw';

/** Fluent UI System Icons (MIT, Microsoft Corporation), inlined at build; only the shapes in use. */
export const ICONS = {
  bell,
  arrowRight,
  sync,
  download,
  undo,
  check,
  chevron,
  clock,
  copy,
  cursor,
  document,
  eye,
  eyeOff,
  hand,
  privateWindow,
  info,
  infoLarge,
  key,
  keyboard,
  why,
  pin,
  lock,
  mail,
  more,
  open,
  collapse,
  otherSide,
  person,
  print,
  question,
  sources,
  settings,
  shield,
  wrench,
  target,
  warning,
  warningLarge,
  offline,
  window,
};

export type IconName = keyof typeof ICONS;
