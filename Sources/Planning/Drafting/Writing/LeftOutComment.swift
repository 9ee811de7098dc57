/// Names what a written spec does not hold, as its last comment.
struct LeftOutComment {
  private let leftOut: [SpecDraft.LeftOut]

  init(_ leftOut: [SpecDraft.LeftOut]) { self.leftOut = leftOut }

  var text: String {
    YAMLLines.comment("Left out, for it cannot be expressed here:")
      + leftOut.map { YAMLLines.comment("- \($0.reason)") }.joined()
  }
}
