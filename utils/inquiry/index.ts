export { found } from './found.ts';
export { type InquiryContext, type Judged, judgeAll, UNDECIDED } from './judge-all.ts';
