import DataSyntax

extension SpecDraft {
  /// The draft with the things of one name joined: what is said twice is said once, and what differs must all hold.
  var merged: SpecDraft {
    var draft = self
    draft.things = []
    var places: [Key: Int] = [:]
    for thing in things {
      let key = Key(section: thing.section, name: thing.name)
      guard let place = places[key] else {
        places[key] = draft.things.count
        draft.things.append(thing)
        continue
      }
      draft.things[place].take(thing)
    }
    return draft
  }

  private struct Key: Hashable {
    let section: String
    let name: String
  }
}

extension SpecDraft.Thing {
  fileprivate mutating func take(_ other: SpecDraft.Thing) {
    for assertion in other.assertions {
      guard let index = assertions.firstIndex(where: { $0.property == assertion.property }) else {
        assertions.append(assertion)
        continue
      }
      assertions[index].value = Self.both(assertions[index].value, assertion.value)
    }
  }

  /// A value that demands two others.
  private static func both(_ a: JSONText, _ b: JSONText) -> JSONText {
    if a == b { return a }
    switch (a, b) {
    case (.object(let first), .object(let second)) where isOfNames(first) && isOfNames(second):
      return .object(
        second.reduce(into: first) { members, member in
          if let index = members.firstIndex(where: { $0.key == member.key }) {
            members[index] = .init(member.key, both(members[index].value, member.value))
          } else {
            members.append(member)
          }
        })
    case (.array(let left), .array(let right)): return .array(left + right.filter { !left.contains($0) })
    default: break
    }
    let left = conjuncts(a)
    return .object([.init("and", .array(left + conjuncts(b).filter { !left.contains($0) }))])
  }

  /// The matchers that a value joins by `and`, else the value alone.
  private static func conjuncts(_ value: JSONText) -> [JSONText] {
    guard case .object(let members) = value, members.count == 1, members[0].key == "and",
      case .array(let items) = members[0].value
    else { return [value] }
    return items
  }

  /// Whether members are names with values (of variables or labels), and no matcher.
  private static func isOfNames(_ members: [JSONText.Member]) -> Bool {
    members.allSatisfy { !DraftMatcher.names.contains($0.key) }
  }
}
