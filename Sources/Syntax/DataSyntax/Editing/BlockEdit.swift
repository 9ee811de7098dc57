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
    guard let first = plan.survivors.first else {
      return emptied()
    }
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

  /// The edit that leaves nothing; comments that stay stand in the place of the block, below its key.
  private func emptied() -> [ByteEdit]? {
    guard let edit = layout.edit(ofBlock: range, becoming: emptyText) else { return nil }
    // What stands behind the last part on its line is beyond the block.
    let whole = ByteRange(range.start, layout.lineEnd(of: range.end))
    let kept = slots.indices.flatMap { index in
      let end = index + 1 < slots.count ? slots[index + 1].range.start : whole.end
      let reach = ByteRange(slots[index].range.start, max(end, slots[index].range.end))
      return layout.kept(plan.comments(of: index), of: slots[index].range, in: reach)
    }
    guard !kept.isEmpty else { return [edit] }
    let indentation = layout.indentation(at: range.start)
    let lines = kept.map { layout.lineBreak + indentation + $0 }
    return [ByteEdit(ByteRange(edit.range.start, max(edit.range.end, whole.end)), edit.text + lines.joined())]
  }

  private mutating func removeGoing(before first: Int) -> Bool {
    var index = 0
    // What stands behind a dash hands its place to the next part.
    if plan.goes(0), !layout.beginsLine(slots[0].range.start) {
      let range = ByteRange(slots[0].range.start, slots[first].range.start)
      let kept = layout.kept(plan.comments(of: 0), of: slots[0].range, in: range)
      guard first == 1 || !layout.hasComment(in: range) || plan.comments(of: 0) == .go else { return false }
      guard
        !kept.isEmpty
          || !layout.comments.contains(where: { range.contains($0) && $0.start > slots[first - 1].range.end })
      else {
        return false
      }
      let separator = layout.lineBreak + layout.indentation(at: range.start)
      edits.append(ByteEdit(range, kept.map { $0 + separator }.joined()))
      index = first
    }
    for index in index..<slots.count where plan.goes(index) { removeLines(of: index) }
    return true
  }

  private mutating func removeLines(of index: Int) {
    let slot = slots[index]
    let whole = ByteRange(slot.range.start, layout.lineEnd(of: slot.range.end))
    let kept = layout.kept(plan.comments(of: index), of: slot.range, in: whole)
    guard kept.isEmpty else {
      let separator = layout.lineBreak + layout.indentation(at: slot.range.start)
      return edits.append(ByteEdit(whole, kept.joined(separator: separator)))
    }
    let limit = index > 0 ? layout.lineEnd(of: slots[index - 1].range.end) : slot.range.start
    var start = layout.lineStart(of: slot.range.start)
    if plan.comments(of: index) == .go { start = layout.startWithComments(above: start, after: limit) }
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
