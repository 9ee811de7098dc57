/// The difference of two texts as `diff -u` writes it, with three lines around each change.
package struct UnifiedDiff: Sendable {
  private let path: String
  private let before: [ArraySlice<UInt8>]
  private let after: [ArraySlice<UInt8>]
  /// The lines as they are written: those above, but for secrets.
  private let shownBefore: [ArraySlice<UInt8>]
  private let shownAfter: [ArraySlice<UInt8>]

  private static let context = 3

  package init(path: String, before: [UInt8], after: [UInt8]) {
    self.init(path: path, before: before, after: after, shownBefore: before, shownAfter: after)
  }

  /// The difference of two texts with secrets, which have the same lines once more with stars in their place.
  package init(path: String, before: [UInt8], after: [UInt8], shownBefore: [UInt8], shownAfter: [UInt8]) {
    self.path = path
    self.before = Self.lines(of: before)
    self.after = Self.lines(of: after)
    self.shownBefore = Self.lines(of: shownBefore)
    self.shownAfter = Self.lines(of: shownAfter)
    precondition(self.shownBefore.count == self.before.count && self.shownAfter.count == self.after.count)
  }

  /// The lines of the difference; empty where there is none.
  package var bytes: [UInt8] {
    let hunks = hunks
    guard !hunks.isEmpty else { return [] }
    var text: [UInt8] = []
    var hidesAny = false
    for hunk in hunks { write(hunk, to: &text, hidingAny: &hidesAny) }
    let note =
      hidesAny ? "# stars stand for secrets: the hunks that show them do not apply with `patch`\n" : ""
    return Array("\(note)--- \(path)\n+++ \(path)\n".utf8) + text
  }

  /// Lines of the one text that lines of the other replace.
  private struct Change {
    var removed: Range<Int>
    var added: Range<Int>
  }

  private static func lines(of bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
      lines.append(bytes[start..<end])
      start = end
    }
    return lines
  }

  /// The changes in order.
  private var changes: [Change] {
    let head = zip(before, after).prefix { $0 == $1 }.count
    let rest = min(before.count, after.count) - head
    let tail = zip(before.reversed(), after.reversed()).prefix(rest).prefix { $0 == $1 }.count
    let old = Array(before[head..<before.count - tail])
    let new = Array(after[head..<after.count - tail])
    let difference = new.difference(from: old)
    let gone = Self.offsets(difference.removals)
    let come = Self.offsets(difference.insertions)
    var changes: [Change] = []
    var (i, j) = (0, 0)
    while i < old.count || j < new.count {
      let (start, begin) = (i, j)
      while gone.contains(i) { i += 1 }
      while come.contains(j) { j += 1 }
      if i > start || j > begin {
        changes.append(Change(removed: start + head..<i + head, added: begin + head..<j + head))
      } else {
        (i, j) = (i + 1, j + 1)
      }
    }
    return changes
  }

  private static func offsets(_ changes: [CollectionDifference<ArraySlice<UInt8>>.Change]) -> Set<Int> {
    Set(
      changes.map { change in
        switch change {
        case .insert(let offset, _, _), .remove(let offset, _, _): offset
        }
      })
  }

  /// The changes, those that stand near each other together.
  private var hunks: [[Change]] {
    var hunks: [[Change]] = []
    for change in changes {
      if let last = hunks.last?.last, change.removed.lowerBound - last.removed.upperBound <= 2 * Self.context
      {
        hunks[hunks.count - 1].append(change)
      } else {
        hunks.append([change])
      }
    }
    return hunks
  }

  private func write(_ hunk: [Change], to text: inout [UInt8], hidingAny: inout Bool) {
    guard let first = hunk.first, let last = hunk.last else { return }
    let lead = min(Self.context, first.removed.lowerBound)
    let trail = min(Self.context, before.count - last.removed.upperBound)
    let old = first.removed.lowerBound - lead..<last.removed.upperBound + trail
    let new = first.added.lowerBound - lead..<last.added.upperBound + trail
    text += "@@ -\(Self.span(old)) +\(Self.span(new)) @@\n".utf8
    var next = old.lowerBound
    for change in hunk {
      write(shownBefore[next..<change.removed.lowerBound], " ", to: &text)
      write(shownBefore[change.removed], "-", to: &text)
      write(shownAfter[change.added], "+", to: &text)
      next = change.removed.upperBound
    }
    write(shownBefore[next..<old.upperBound], " ", to: &text)
    let hides = before[old] != shownBefore[old] || after[new] != shownAfter[new]
    hidingAny = hidingAny || hides
  }

  /// The first line and the number of lines, as a hunk's head writes them.
  private static func span(_ lines: Range<Int>) -> String {
    switch lines.count {
    case 0: "\(lines.lowerBound),0"
    case 1: "\(lines.lowerBound + 1)"
    default: "\(lines.lowerBound + 1),\(lines.count)"
    }
  }

  private func write(_ lines: ArraySlice<ArraySlice<UInt8>>, _ mark: String, to text: inout [UInt8]) {
    for line in lines {
      text += mark.utf8
      text += line
      if line.last != 0x0A { text += "\n\\ No newline at end of file\n".utf8 }
    }
  }
}
