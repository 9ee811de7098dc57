import Host

/// The records of an index where they lie in its form at rest.
package struct LayerRecords: RandomAccessCollection, Sendable {
  static var stride: Int { MemoryLayout<LayerRecord>.stride }

  private let bytes: FixedSlice

  /// Bytes that hold nothing but records.
  init(_ bytes: FixedSlice) { self.bytes = bytes }

  package var startIndex: Int { 0 }
  package var endIndex: Int { bytes.count / Self.stride }

  package subscript(position: Int) -> LayerRecord {
    precondition(position >= 0 && position < endIndex, "the record is one of the index")
    return bytes.withBytes { $0.loadUnaligned(fromByteOffset: position * Self.stride, as: LayerRecord.self) }
  }
}
