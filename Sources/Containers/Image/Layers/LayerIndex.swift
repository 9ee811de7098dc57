package import Host

/// All that one layer says of the file system, sorted by the bytes of paths: its entries checked, links within the
/// layer resolved, whiteouts told apart, and where each content lies.
///
/// A class so that views share one copy. It is read where its form at rest lies.
package final class LayerIndex: Sendable {
  package let records: LayerRecords
  /// What the layer says of the root folder itself; nil where it says nothing.
  package let root: LayerRecord?
  private let names: FixedSlice
  let whole: FixedBytes

  /// The parts of an index at rest; its records are sound.
  init(_ whole: FixedBytes, records: LayerRecords, root: LayerRecord?, names: FixedSlice) {
    self.whole = whole
    self.records = records
    self.root = root
    self.names = names
  }

  /// Whether a folder's own looks depend on the layers below.
  package var hasImpliedFolders: Bool { records.contains { $0.isImplied } }

  package func path(of record: LayerRecord) -> FixedSlice { text(record.path) }
  package func target(of record: LayerRecord) -> FixedSlice { text(record.target) }
  package func attributes(of record: LayerRecord) -> [ExtendedAttribute] {
    record.attributes.count == 0 ? [] : AttributeList.read(text(record.attributes))
  }

  /// Where the data lies of a file with holes; nil of another one.
  func map(of record: LayerRecord) -> SparseMap? {
    record.hasHoles ? SparseMap(bytes: text(record.map), size: Int(record.size)) : nil
  }

  /// The record of a path without slashes at its ends; nil where the layer has none.
  package func record(at path: some Collection<UInt8>) -> LayerRecord? { place(at: path).map { records[$0] } }

  /// The index in `records` of a path.
  func place(at path: some Collection<UInt8>) -> Int? {
    withBytes(of: path) { path, names in
      let index = firstIndex(notBefore: path, in: names)
      // What does not come before it, and behind which it does not come, is the path.
      return index < records.count && !path.precedes(records[index].path.of(names)) ? index : nil
    }
  }

  /// The records of all paths below a folder; an empty path is the root.
  package func range(below folder: [UInt8]) -> Range<Int> {
    if folder.isEmpty { return 0..<records.count }
    // In byte order all paths `folder/…` lie together, and `0` is the byte after `/`.
    let start = firstIndex(notBefore: folder + [0x2F])
    return start..<Swift.max(start, firstIndex(notBefore: folder + [0x30]))
  }

  private func text(_ text: LayerRecord.Text) -> FixedSlice {
    let start = names.startIndex + Int(text.start)
    return names[start..<start + Int(text.count)]
  }

  private func firstIndex(notBefore path: [UInt8]) -> Int {
    withBytes(of: path) { firstIndex(notBefore: $0, in: $1) }
  }

  private func firstIndex(notBefore path: UnsafeRawBufferPointer, in names: UnsafeRawBufferPointer) -> Int {
    let records = records
    var low = 0
    var high = records.count
    while low < high {
      let middle = (low + high) / 2
      if records[middle].path.of(names).precedes(path) { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Lends the bytes of a path and those of all names.
  private func withBytes<Result>(
    of path: some Collection<UInt8>, _ body: (UnsafeRawBufferPointer, UnsafeRawBufferPointer) -> Result
  ) -> Result {
    ContiguousArray(path).withUnsafeBytes { path in names.withBytes { body(path, $0) } }
  }
}
