/// All that one layer says of the file system, sorted by the bytes of paths: its entries checked, links within the
/// layer resolved, whiteouts told apart, and where each content lies.
///
/// A class so that views share one copy.
package final class LayerIndex: Sendable {
  package let records: [LayerRecord]
  let bytes: ArraySlice<UInt8>
  /// What the layer says of the root folder itself; nil where it says nothing.
  package let root: LayerRecord?

  init(records: [LayerRecord], bytes: ArraySlice<UInt8>, root: LayerRecord?) {
    self.records = records
    self.bytes = bytes
    self.root = root
  }

  /// Whether a folder's own looks depend on the layers below.
  package var hasImpliedFolders: Bool { records.contains { $0.isImplied } }

  package func path(of record: LayerRecord) -> ArraySlice<UInt8> { text(record.path) }
  package func target(of record: LayerRecord) -> ArraySlice<UInt8> { text(record.target) }
  package func attributes(of record: LayerRecord) -> [ExtendedAttribute] {
    record.attributes.count == 0 ? [] : AttributeList.read(text(record.attributes))
  }

  /// The record of a path without slashes at its ends; nil where the layer has none.
  package func record(at path: some Collection<UInt8>) -> LayerRecord? { place(at: path).map { records[$0] } }

  /// The index in `records` of a path.
  func place(at path: some Collection<UInt8>) -> Int? {
    let index = firstIndex(notBefore: path)
    guard index < records.count, self.path(of: records[index]).elementsEqual(path) else { return nil }
    return index
  }

  /// The records of all paths below a folder; an empty path is the root.
  package func range(below folder: [UInt8]) -> Range<Int> {
    if folder.isEmpty { return 0..<records.count }
    // In byte order all paths `folder/…` lie together, and `0` is the byte after `/`.
    let start = firstIndex(notBefore: folder + [0x2F])
    return start..<max(start, firstIndex(notBefore: folder + [0x30]))
  }

  private func text(_ text: LayerRecord.Text) -> ArraySlice<UInt8> {
    bytes.dropFirst(Int(text.start)).prefix(Int(text.count))
  }

  private func firstIndex(notBefore path: some Collection<UInt8>) -> Int {
    let path = ContiguousArray(path)
    return path.withUnsafeBytes { path in
      bytes.withUnsafeBytes { bytes in
        var low = 0
        var high = records.count
        while low < high {
          let middle = (low + high) / 2
          if records[middle].path.of(bytes).precedes(path) { low = middle + 1 } else { high = middle }
        }
        return low
      }
    }
  }
}
