/// The form of an index at rest: a head, the records as they lie in memory, the bytes.
///
/// It is a cache of this machine alone: a file of another form or machine counts as absent and is made again.
extension LayerIndex {
  private static let magic = Array("ovenproof-layer-index-1\n".utf8)
  private static var stride: Int { MemoryLayout<LayerRecord>.stride }

  /// The bytes to store.
  package var stored: [UInt8] {
    let all = records + (root.map { [$0] } ?? [])
    var result = Self.magic
    for number in [Self.stride, 0x0102_0304, records.count, root == nil ? 0 : 1, bytes.count] {
      withUnsafeBytes(of: Int64(number)) { result.append(contentsOf: $0) }
    }
    all.withUnsafeBytes { result.append(contentsOf: $0) }
    return result + bytes
  }

  /// Reads stored bytes; nil where they are no index of this form.
  package convenience init?(stored: [UInt8]) {
    let head = Self.magic.count + 5 * 8
    guard stored.count >= head, stored.starts(with: Self.magic) else { return nil }
    let numbers = stored.withUnsafeBytes { bytes in
      (0..<5).map { Int(bytes.loadUnaligned(fromByteOffset: Self.magic.count + 8 * $0, as: Int64.self)) }
    }
    let (count, roots, length) = (numbers[2], numbers[3], numbers[4])
    guard numbers[0] == Self.stride, numbers[1] == 0x0102_0304, (0...1).contains(roots),
      (0...stored.count).contains(count), (0...stored.count).contains(length),
      stored.count == head + (count + roots) * Self.stride + length
    else { return nil }
    var records = [LayerRecord](unsafeUninitializedCapacity: count + roots) { target, filled in
      filled = count + roots
      stored.withUnsafeBytes {
        UnsafeMutableRawBufferPointer(target)
          .copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[head..<head + filled * Self.stride]))
      }
    }
    guard records.allSatisfy({ Self.isSound($0, within: length) }) else { return nil }
    let root = roots == 1 ? records.popLast() : nil
    self.init(records: records, bytes: stored.suffix(length), root: root)
  }

  private static func isSound(_ record: LayerRecord, within length: Int) -> Bool {
    fits(record.path, length) && fits(record.target, length) && fits(record.attributes, length)
      && record.hasKnownKind && (0..<1 << 56).contains(record.size)
      && (0..<1 << 56).contains(record.contentOffset)
  }

  private static func fits(_ text: LayerRecord.Text, _ length: Int) -> Bool {
    Int(text.start) + Int(text.count) <= length
  }
}
