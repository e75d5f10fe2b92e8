import type { RemarkCount } from '../contract/page-remark.ts'

/** Adds counts of remarks to those there are, which are changed; the page named is the one that was first. */
export function addRemarks(sum: RemarkCount[], more: readonly RemarkCount[]): void {
  for (const { remark, pages, url } of more) {
    const same = sum.find(each => each.remark === remark)
    if (same)
      same.pages += pages
    else
      sum.push({ remark, pages, url })
  }
}
