package import Host

/// The form of an index at rest: a head, the records as they lie in memory, the bytes of their texts.
///
/// It is a cache of this machine alone: a file of another form or machine counts as absent and is made again.
extension LayerIndex {
  private static let magic = Array("ovenproof-layer-index-4\n".utf8)
  private static let headSize = magic.count + 5 * 8

  /// The bytes to store.
  package var stored: [UInt8] { Array(whole.bytes) }

  /// An index of records and the bytes of their texts.
  convenience init(records: [LayerRecord], bytes: [UInt8], root: LayerRecord?) {
    let all = records + (root.map { [$0] } ?? [])
    var stored = Self.magic
    stored.reserveCapacity(Self.headSize + all.count * LayerRecords.stride + bytes.count)
    for number in [LayerRecords.stride, 0x0102_0304, records.count, root == nil ? 0 : 1, bytes.count] {
      withUnsafeBytes(of: Int64(number)) { stored.append(contentsOf: $0) }
    }
    all.withUnsafeBytes { stored.append(contentsOf: $0) }
    self.init(form: FixedBytes(stored + bytes), count: records.count, hasRoot: root != nil)
  }

  /// The index in the form of stored bytes; nil where they are none.
  package convenience init?(stored: FixedBytes) {
    let bytes = stored.bytes
    guard bytes.count >= Self.headSize, bytes.starts(with: Self.magic) else { return nil }
    let numbers = (0..<5).map {
      Int(bytes.loadUnaligned(fromByteOffset: Self.magic.count + 8 * $0, as: Int64.self))
    }
    let (count, roots, length) = (numbers[2], numbers[3], numbers[4])
    guard numbers[0] == LayerRecords.stride, numbers[1] == 0x0102_0304, (0...1).contains(roots),
      (0...bytes.count).contains(count), (0...bytes.count).contains(length),
      bytes.count == Self.headSize + (count + roots) * LayerRecords.stride + length,
      Self.records(of: stored, count + roots).allSatisfy({ Self.isSound($0, within: length) })
    else { return nil }
    self.init(form: stored, count: count, hasRoot: roots == 1)
    guard records.allSatisfy({ !$0.hasHoles || map(of: $0) != nil }) else { return nil }
  }

  /// The parts of a sound form.
  private convenience init(form: FixedBytes, count: Int, hasRoot: Bool) {
    let all = Self.records(of: form, count + (hasRoot ? 1 : 0))
    let end = Self.headSize + all.count * LayerRecords.stride
    self.init(
      form, records: Self.records(of: form, count), root: hasRoot ? all[count] : nil,
      names: form[end..<form.bytes.count])
  }

  private static func records(of form: FixedBytes, _ count: Int) -> LayerRecords {
    LayerRecords(form[headSize..<headSize + count * LayerRecords.stride])
  }

  private static func isSound(_ record: LayerRecord, within length: Int) -> Bool {
    fits(record.path, length) && fits(record.target, length) && fits(record.attributes, length)
      && fits(record.map, length) && record.hasKnownKind && (0..<1 << 56).contains(record.size)
      && (0..<1 << 56).contains(record.contentOffset)
  }

  private static func fits(_ text: LayerRecord.Text, _ length: Int) -> Bool {
    Int(text.start) + Int(text.count) <= length
  }
}
