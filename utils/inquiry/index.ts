export { found } from './found.ts';
export {
  type Asked,
  type Blind,
  type InquiryContext,
  type Judged,
  judgeAll,
  UNDECIDED,
} from './judge-all.ts';
