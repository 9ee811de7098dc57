package import Expectation

/// Writes drafts in the dialects that there are.
package enum SpecWriter {
  /// The text of a whole file, and what of the draft it does not hold.
  package static func text(of draft: SpecDraft, in dialect: Outcome.Dialect) -> (
    text: String, leftOut: [SpecDraft.LeftOut]
  ) {
    let draft = draft.merged
    switch dialect {
    case .ovenproof:
      let unbound = draft.unbound
      return (OvenproofWriter(unbound).text, unbound.leftOut)
    case .goss:
      var writer = GossWriter()
      writer.write(draft.unbound.unfollowed)
      return (writer.text, writer.leftOut)
    case .cst:
      var writer = StructureTestWriter()
      writer.write(draft.unfollowed)
      return (writer.text, writer.leftOut)
    }
  }
}
