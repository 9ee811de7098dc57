import Glibc

/// Bytes that lie where they are as long as this lives: in memory of its own, or a file's as the system keeps them, so that reading
/// a large one takes no copy.
package final class FixedBytes: Sendable {
  /// Where they lie: a number, since threads may share it where a pointer would not tell that nobody writes there.
  private let address: UInt
  private let count: Int
  private let isMapped: Bool

  /// The bytes, to be looked at while this lives.
  package var bytes: UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: UnsafeRawPointer(bitPattern: address), count: count)
  }

  /// A copy of bytes.
  package init(_ bytes: [UInt8]) {
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 16)
    copy.copyBytes(from: bytes)
    address = UInt(bitPattern: copy.baseAddress)
    count = bytes.count
    isMapped = false
  }

  /// The bytes of a file that is replaced, but never written to where it lies; nil for one that is absent, empty or not regular,
  /// and where its file system cannot lend them.
  package init?(ofFile path: String) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var found = stat()
    guard fstat(descriptor, &found) == 0, found.st_mode & S_IFMT == S_IFREG, found.st_size > 0,
      let start = mmap(nil, Int(found.st_size), PROT_READ, MAP_PRIVATE | MAP_POPULATE, descriptor, 0),
      start != MAP_FAILED
    else { return nil }
    address = UInt(bitPattern: start)
    count = Int(found.st_size)
    isMapped = true
  }

  deinit {
    if isMapped {
      munmap(UnsafeMutableRawPointer(bitPattern: address), count)
    } else {
      bytes.deallocate()
    }
  }

  /// A run of the bytes, which must lie within them.
  package subscript(range: Range<Int>) -> FixedSlice {
    precondition(range.lowerBound >= 0 && range.upperBound <= bytes.count, "the run lies within the bytes")
    return FixedSlice(whole: self, startIndex: range.lowerBound, endIndex: range.upperBound)
  }
}

/// A run of fixed bytes, which keeps them.
package struct FixedSlice: RandomAccessCollection, Sendable {
  private let whole: FixedBytes
  package let startIndex: Int
  package let endIndex: Int

  fileprivate init(whole: FixedBytes, startIndex: Int, endIndex: Int) {
    self.whole = whole
    self.startIndex = startIndex
    self.endIndex = endIndex
  }

  package subscript(position: Int) -> UInt8 {
    precondition(position >= startIndex && position < endIndex, "the position lies within the run")
    return whole.bytes[position]
  }

  package subscript(range: Range<Int>) -> FixedSlice {
    precondition(
      range.lowerBound >= startIndex && range.upperBound <= endIndex, "the part lies within the run")
    return FixedSlice(whole: whole, startIndex: range.lowerBound, endIndex: range.upperBound)
  }

  /// Lends the bytes to a call.
  package func withBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    withExtendedLifetime(whole) {
      body(UnsafeRawBufferPointer(rebasing: whole.bytes[startIndex..<endIndex]))
    }
  }

  package func withContiguousStorageIfAvailable<Result>(
    _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) rethrows -> Result? {
    try withExtendedLifetime(whole) {
      try body(
        UnsafeRawBufferPointer(rebasing: whole.bytes[startIndex..<endIndex]).assumingMemoryBound(
          to: UInt8.self))
    }
  }
}
