import Source

/// Finds how the parts of a container lie in the text.
struct SlotReader {
  private let layout: EditLayout
  private let container: DataNode

  init(_ layout: EditLayout, _ container: DataNode) {
    self.layout = layout
    self.container = container
  }

  /// The parts in order; nil where something else stands between them, as a merge key, or they are written elsewhere.
  func slots() -> [EditedSlot]? {
    let ranges = ranges
    guard ranges.allSatisfy({ $0 != nil }) else { return nil }
    let found = ranges.compactMap { $0 }
    let isInBrackets = layout.isInBrackets(container)
    var slots: [EditedSlot] = []
    for (index, range) in found.enumerated() {
      let isLast = index + 1 == found.count
      let next = isLast ? isInBrackets ? container.range.end - 1 : range.end : found[index + 1].start
      guard next >= range.end else { return nil }
      let comma = isInBrackets ? layout.comma(from: range.end, to: next) : nil
      let rest = layout.rest(from: range.end, to: next).filter { !$0.isBlank && !$0.isBreak }
      guard rest == (comma == nil ? [] : [UInt8(ascii: ",")]), !isInBrackets || isLast || comma != nil else {
        return nil
      }
      slots.append(EditedSlot(range: range, comma: comma))
    }
    return slots
  }

  private var ranges: [ByteRange?] {
    if container.kind == .mapping { return container.entries.map(range) }
    return container.items.map(range)
  }

  private func range(of entry: DataEntry) -> ByteRange? {
    guard container.range.contains(entry.key.range), entry.value.kind != .missing else { return nil }
    let colon = layout.bytes[entry.key.range.end...].firstIndex(of: UInt8(ascii: ":")) ?? entry.key.range.end
    let end = max(entry.value.range.end, entry.value.range.isEmpty ? colon + 1 : 0)
    guard end > colon, container.range.end >= entry.value.range.end else { return nil }
    return ByteRange(entry.key.range.start, end)
  }

  private func range(of item: DataNode) -> ByteRange? {
    guard container.range.contains(item.range), item.kind != .missing else { return nil }
    guard !layout.isInBrackets(container) else { return item.range }
    // The dash stands before the element, its anchor and its tag.
    var offset = item.range.start
    while offset > container.range.start {
      offset -= 1
      guard layout.bytes[offset] == UInt8(ascii: "-") else { continue }
      let before = layout.blankStart(before: offset)
      let isDash =
        offset + 1 >= layout.bytes.count || layout.bytes[offset + 1].isBlank
        || layout.bytes[offset + 1].isBreak
      if isDash, before == layout.lineStart(of: offset) || offset == container.range.start { break }
    }
    return layout.bytes[offset] == UInt8(ascii: "-")
      ? ByteRange(offset, max(item.range.end, offset + 1)) : nil
  }
}

extension EditLayout {
  /// Whether a list or a mapping is written in brackets.
  func isInBrackets(_ container: DataNode) -> Bool {
    guard !container.range.isEmpty else { return syntax == .json }
    return syntax == .json || "{[".utf8.contains(bytes[container.range.start])
  }
}
