/// What two tools say of one thing; nil where one knows nothing of it.
struct VerdictPair: Sendable, Hashable {
  let name: String
  let theirs: OriginalVerdict.Status?
  let ours: OriginalVerdict.Status?

  var isEqual: Bool { theirs == ours }

  /// The verdicts of two tools by their names, theirs first; of several with one name the first goes with the first.
  static func all(_ theirs: [OriginalVerdict], _ ours: [OriginalVerdict]) -> [VerdictPair] {
    var open = Dictionary(grouping: ours, by: \.name).mapValues { $0[...] }
    let pairs = theirs.map { verdict in
      VerdictPair(name: verdict.name, theirs: verdict.status, ours: open[verdict.name]?.popFirst()?.status)
    }
    // The last ones are left.
    var left = open.mapValues(\.count)
    let rest = ours.reversed().filter { verdict in
      guard let count = left[verdict.name], count > 0 else { return false }
      left[verdict.name] = count - 1
      return true
    }
    return pairs + rest.reversed().map { VerdictPair(name: $0.name, theirs: nil, ours: $0.status) }
  }
}
