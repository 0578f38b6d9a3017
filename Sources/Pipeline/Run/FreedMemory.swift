// What the program frees it keeps for its next document.
import CGlibc

package enum FreedMemory {
  /// Called before there are threads. By itself malloc(3) hands the top of the heap back to the kernel after each large
  /// document and asks for it again, page by page, at the next: 1.4 ms of CPU for a megabyte of news.
  package static func keep() {
    mallopt(M_TRIM_THRESHOLD, 128 << 20)
    mallopt(M_TOP_PAD, 1 << 20)
    // Above it, memory is the kernel's again as soon as it is freed.
    mallopt(M_MMAP_THRESHOLD, 16 << 20)
  }
}
