import Diagnostics
import Source

/// The fixes of one round: of those that touch each other the first in the order of the files.
struct FixSelection {
  /// A fix with the findings that it mends.
  struct Choice {
    let edits: [Fix.Edit]
    var findings = 1
  }

  /// In the order of the places that they change.
  private(set) var choices: [Choice] = []

  /// Chooses among the fixes of findings; an edit of a file that may not be written leaves its fix out.
  init(_ findings: [Diagnostic], at level: FixLevel, in isWritable: (FileID) -> Bool) {
    var numbers: [[Fix.Edit]: Int] = [:]
    var candidates: [Choice] = []
    for finding in findings {
      guard let fix = finding.fix(at: level), !fix.edits.isEmpty,
        fix.edits.allSatisfy({ isWritable($0.location.file) })
      else { continue }
      let edits = fix.edits.sorted { ($0.location, $0.text) < ($1.location, $1.text) }
      if let number = numbers[edits] {
        candidates[number].findings += 1
      } else {
        numbers[edits] = candidates.count
        candidates.append(Choice(edits: edits))
      }
    }
    var taken: [FileID: [ByteRange]] = [:]
    for choice in candidates.enumerated().sorted(by: Self.comesFirst).map(\.element)
    where !choice.edits.contains(where: { edit in
      taken[edit.location.file, default: []].contains { $0.touches(edit.location.range) }
    }) && !choice.overlapsItself {
      for edit in choice.edits { taken[edit.location.file, default: []].append(edit.location.range) }
      choices.append(choice)
    }
  }

  private static func comesFirst(
    _ a: EnumeratedSequence<[Choice]>.Element, _ b: EnumeratedSequence<[Choice]>.Element
  ) -> Bool {
    let places = (a.element.edits[0].location, b.element.edits[0].location)
    return places.0 == places.1 ? a.offset < b.offset : places.0 < places.1
  }
}

extension FixSelection.Choice {
  /// Whether its own edits contradict each other.
  var overlapsItself: Bool {
    zip(edits, edits.dropFirst()).contains { first, second in
      first.location.file == second.location.file && first.location.range.end > second.location.range.start
    }
  }
}

extension ByteRange {
  /// Whether two changes cannot be made side by side: they share a byte, or one is made at the other's edge in an
  /// empty place, so that their order would matter.
  fileprivate func touches(_ other: ByteRange) -> Bool {
    isEmpty || other.isEmpty ? start <= other.end && other.start <= end : overlaps(other)
  }
}
