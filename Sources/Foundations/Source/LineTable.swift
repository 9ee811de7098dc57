/// The line starts of a text; lines end at LF, CRLF or CR.
package struct LineTable: Sendable {
  /// Offsets of the first byte of each line; the first is 0.
  package let starts: [Int]
  private let byteCount: Int

  package init(_ bytes: [UInt8]) {
    starts = bytes.withUnsafeBufferPointer { bytes in
      var starts = [0]
      for index in bytes.indices where bytes[index] == 0x0A || bytes[index] == 0x0D {
        let next = index + 1
        if bytes[index] == 0x0A || next == bytes.count || bytes[next] != 0x0A { starts.append(next) }
      }
      return starts
    }
    self.byteCount = bytes.count
  }

  /// The number (from 1) of the line that holds an offset.
  package func line(at offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle + 1 } else { high = middle }
    }
    return max(1, low)
  }

  /// The bytes of a line (numbered from 1), its end mark included.
  package func range(ofLine line: Int) -> ByteRange {
    ByteRange(starts[line - 1], line < starts.count ? starts[line] : byteCount)
  }
}
