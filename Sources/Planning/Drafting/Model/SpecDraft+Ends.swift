import DataSyntax
import Expectation

extension SpecDraft {
  /// The draft for dialects that do not follow links: of a path that leads somewhere they are told that it is there.
  var unfollowed: SpecDraft {
    var draft = self
    for (place, thing) in things.enumerated() {
      guard let index = thing.assertions.firstIndex(where: { $0.property == "leads-to" }) else { continue }
      let end = thing.assertions[index]
      draft.things[place].assertions.remove(at: index)
      let isThere = end.value == DraftMatcher.named("not", .string(LinkCourse.nothing))
      let leads = isThere || Self.isPlace(end.value)
      if leads, thing["exists"] == nil {
        draft.things[place].assertions.insert(.init("exists", .bool(true), at: end.origin), at: index)
      }
      // Only a link that leads nowhere is there for these dialects, and not for those that asked.
      if isThere { continue }
      draft.leaveOut(
        "`leads-to` of \(thing.words): links are not followed there"
          + (leads ? ", so only that the path exists is asserted" : ""), at: end.origin ?? thing.origin)
    }
    draft.things.removeAll { $0.assertions.isEmpty && $0.section == "files" }
    return draft
  }

  private static func isPlace(_ end: JSONText) -> Bool {
    if case .string(let end) = end { end != LinkCourse.nothing } else { false }
  }
}
