import Source

/// The edits of a list or a mapping that YAML writes by indentation.
struct BlockEdit {
  private let layout: EditLayout
  private let slots: [EditedSlot]
  private let plan: ContainerPlan
  private let range: ByteRange
  private let emptyText: String
  private let writer: FragmentWriter
  private var edits: [ByteEdit] = []

  init(
    _ plan: ContainerPlan, of slots: [EditedSlot], in range: ByteRange, isMapping: Bool, _ layout: EditLayout
  ) {
    self.layout = layout
    self.slots = slots
    self.range = range
    emptyText = isMapping ? "{}" : "[]"
    writer = FragmentWriter(layout: layout, style: .block)
    var plan = plan
    plan.settle()
    self.plan = plan
  }

  /// The edits; nil where a comment would be lost.
  mutating func make() -> [ByteEdit]? {
    guard let first = plan.survivors.first else { return [ByteEdit(range, emptyText)] }
    for (index, fate) in plan.fates.enumerated() {
      guard case .becomes(let part) = fate else { continue }
      let start = slots[index].range.start
      edits.append(ByteEdit(slots[index].range, writer.text(part, at: layout.indentation(at: start))))
    }
    guard removeGoing(before: first) else { return nil }
    insertAtFront(first)
    for (index, parts) in plan.kept where !parts.isEmpty {
      let indentation = layout.indentation(at: slots[index].range.start)
      let lines = parts.map { layout.lineBreak + indentation + writer.text($0, at: indentation) }
      edits.append(ByteEdit(ByteRange(at: layout.lineEnd(of: slots[index].range.end)), lines.joined()))
    }
    return edits
  }

  private mutating func removeGoing(before first: Int) -> Bool {
    var index = 0
    // What stands behind a dash hands its place to the next part.
    if plan.goes(0), !layout.beginsLine(slots[0].range.start) {
      let range = ByteRange(slots[0].range.start, slots[first].range.start)
      guard !layout.comments.contains(where: { range.contains($0) && $0.start > slots[first - 1].range.end })
      else {
        return false
      }
      edits.append(ByteEdit(range, ""))
      index = first
    }
    for index in index..<slots.count where plan.goes(index) { removeLines(of: index) }
    return true
  }

  private mutating func removeLines(of index: Int) {
    let slot = slots[index]
    let limit = index > 0 ? layout.lineEnd(of: slots[index - 1].range.end) : slot.range.start
    var start = layout.startWithComments(above: layout.lineStart(of: slot.range.start), after: limit)
    let lineEnd = layout.lineEnd(of: slot.range.end)
    // The last line of a file may have no end of its own: then that of the line before goes.
    if lineEnd == layout.bytes.count, start > 0, !edits.contains(where: { $0.range.end == start }) {
      start -= layout.lineBreak.utf8.count
    }
    edits.append(ByteEdit(ByteRange(max(0, start), layout.afterBreak(at: lineEnd)), ""))
  }

  private mutating func insertAtFront(_ first: Int) {
    let parts = plan.insertionsAtFront
    guard !parts.isEmpty else { return }
    let start = slots[first].range.start
    let indentation = layout.indentation(at: start)
    let lines = parts.map { writer.text($0, at: indentation) + layout.lineBreak + indentation }
    edits.append(ByteEdit(ByteRange(at: start), lines.joined()))
  }
}
