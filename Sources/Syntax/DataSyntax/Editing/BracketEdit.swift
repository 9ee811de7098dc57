import Source

/// The edits of a list or a mapping in brackets: JSON, and the flow style of YAML.
struct BracketEdit {
  private let layout: EditLayout
  private let slots: [EditedSlot]
  private let plan: ContainerPlan
  private let range: ByteRange
  private var edits: [ByteEdit] = []
  /// Whether a comment that is to stay would be lost.
  private var losesComment = false
  /// Whether the comma behind the last part that stays is gone already.
  private var hasLostComma = false

  init(_ plan: ContainerPlan, of slots: [EditedSlot], in range: ByteRange, _ layout: EditLayout) {
    self.layout = layout
    self.slots = slots
    self.range = range
    var plan = plan
    plan.settle()
    self.plan = plan
  }

  /// The edits; nil where the brackets are not what they should be, or a comment would be lost that is to stay.
  mutating func make() -> [ByteEdit]? {
    guard range.count >= 2, "}]".utf8.contains(layout.bytes[range.end - 1]) else { return nil }
    guard let last = plan.survivors.last else {
      let writer = FragmentWriter(layout: layout, style: .line)
      let parts = plan.front.map { writer.text($0, at: "") }
      return [ByteEdit(ByteRange(range.start + 1, range.end - 1), parts.joined(separator: ", "))]
    }
    for (index, fate) in plan.fates.enumerated() {
      guard case .becomes(let part) = fate else { continue }
      edits.append(ByteEdit(slots[index].range, text(part, like: index)))
    }
    removeGoing()
    guard !losesComment else { return nil }
    insertAtFront()
    var keepsComma = last == slots.count - 1 || slots[slots.count - 1].comma != nil
    for (index, parts) in plan.kept where !parts.isEmpty {
      if insert(parts, after: index, isLast: index == last), index == last { keepsComma = true }
    }
    if !keepsComma, !hasLostComma, let comma = slots[last].comma {
      edits.append(ByteEdit(ByteRange(comma, comma + 1), ""))
    }
    return edits
  }

  /// Whether a part has its lines for itself.
  private func hasOwnLines(_ index: Int) -> Bool {
    let slot = slots[index]
    let end = slot.comma.map { $0 + 1 } ?? slot.range.end
    return layout.beginsLine(slot.range.start) && layout.endsLine(at: end)
      && layout.lineEnd(of: end) < range.end
  }

  private func text(_ part: EditedPart, like index: Int) -> String {
    let start = slots[index].range.start
    let hasLines = layout.beginsLine(start)
    let writer = FragmentWriter(layout: layout, style: hasLines ? .lines : .line)
    return writer.text(part, at: layout.lineIndentation(of: start))
  }

  private mutating func removeGoing() {
    var index = 0
    while index < slots.count {
      guard plan.goes(index) else {
        index += 1
        continue
      }
      let first = index
      if hasOwnLines(index) {
        removeLines(of: index)
      } else {
        while index + 1 < slots.count, plan.goes(index + 1), !hasOwnLines(index + 1) { index += 1 }
        removeWithinLine(first...index)
      }
      index += 1
    }
  }

  private mutating func removeLines(of index: Int) {
    let slot = slots[index]
    let limit = index > 0 ? layout.lineEnd(of: slots[index - 1].range.end) : slot.range.start
    let lineEnd = layout.lineEnd(of: slot.comma.map { $0 + 1 } ?? slot.range.end)
    let whole = ByteRange(slot.range.start, lineEnd)
    let kept = layout.kept(plan.comments(of: index), of: slot.range, in: whole)
    guard kept.isEmpty else {
      let separator = layout.lineBreak + layout.lineIndentation(of: slot.range.start)
      return edits.append(ByteEdit(whole, kept.joined(separator: separator)))
    }
    var start = layout.lineStart(of: slot.range.start)
    if plan.comments(of: index) == .go { start = layout.startWithComments(above: start, after: limit) }
    let end = layout.afterBreak(at: lineEnd)
    edits.append(ByteEdit(ByteRange(start, end), ""))
  }

  private mutating func removeWithinLine(_ run: ClosedRange<Int>) {
    let last = slots[run.upperBound]
    let start = slots[run.lowerBound].range.start
    let end = last.comma.map { $0 + 1 } ?? last.range.end
    let next = run.upperBound + 1 < slots.count ? slots[run.upperBound + 1].range.start : nil
    if run.contains(where: { plan.comments(of: $0) != .go }), layout.hasComment(in: ByteRange(start, end)) {
      return losesComment = true
    }
    if next == nil, let line = lineOfComma(before: run.lowerBound), layout.endsLine(at: end) {
      hasLostComma = run.lowerBound == (plan.survivors.last ?? 0) + 1
      return edits.append(ByteEdit(ByteRange(line, end), ""))
    }
    if let next, layout.lineStart(of: next) == layout.lineStart(of: end) {
      edits.append(ByteEdit(ByteRange(start, next), ""))
    } else {
      edits.append(ByteEdit(ByteRange(layout.blankStart(before: start), end), ""))
    }
  }

  /// Where the line before ends, for a part whose comma stands in front of it on its own line.
  private func lineOfComma(before index: Int) -> Int? {
    guard index > 0, plan.survivors.last == index - 1, plan.after[index - 1].isEmpty,
      let comma = slots[index - 1].comma,
      layout.beginsLine(comma), !layout.hasComment(in: ByteRange(comma, slots[index].range.start)),
      layout.lineStart(of: comma) == layout.lineStart(of: slots[index].range.start)
    else { return nil }
    return layout.lineEnd(of: slots[index - 1].range.end)
  }

  private mutating func insertAtFront() {
    let parts = plan.insertionsAtFront
    guard !parts.isEmpty, let first = plan.survivors.first else { return }
    let start = slots[first].range.start
    let lead =
      layout.beginsLine(start) ? "," + layout.lineBreak + layout.lineIndentation(of: start) : separator
    edits.append(ByteEdit(ByteRange(at: start), parts.map { text($0, like: first) + lead }.joined()))
  }

  /// Inserts parts after one that stays; tells whether the comma behind that one must stay.
  private mutating func insert(_ parts: [EditedPart], after index: Int, isLast: Bool) -> Bool {
    let slot = slots[index]
    let texts = parts.map { text($0, like: index) }
    let end = slot.comma.map { $0 + 1 } ?? slot.range.end
    guard layout.beginsLine(slot.range.start), layout.endsLine(at: end), layout.lineEnd(of: end) < range.end
    else {
      let isInLines = layout.beginsLine(slot.range.start)
      let lead = isInLines ? "," + layout.lineBreak + layout.lineIndentation(of: slot.range.start) : separator
      edits.append(ByteEdit(ByteRange(at: slot.range.end), texts.map { lead + $0 }.joined()))
      return false
    }
    let lineEnd = layout.lineEnd(of: end)
    // Two edits at one place would have no order.
    let isAtEnd = slot.range.end == lineEnd
    if slot.comma == nil, !isAtEnd { edits.append(ByteEdit(ByteRange(at: slot.range.end), ",")) }
    let endsWithComma = !isLast || slots[slots.count - 1].comma != nil
    let lines = texts.map { layout.lineBreak + layout.lineIndentation(of: slot.range.start) + $0 }
    let insertion = (isAtEnd ? "," : "") + lines.joined(separator: ",") + (endsWithComma ? "," : "")
    edits.append(ByteEdit(ByteRange(at: lineEnd), insertion))
    return true
  }

  /// A comma, and a blank where the document writes one.
  private var separator: String {
    guard let comma = slots.compactMap(\.comma).first else { return ", " }
    let next = layout.bytes[comma + 1]
    return next.isBlank || next.isBreak ? ", " : ","
  }
}
