import DataSyntax
import Expectation
import Source

extension SpecDraft {
  /// The draft with the things of one name joined: what is said twice is said once, and what differs must all hold.
  ///
  /// A thing that is looked at otherwise than the first of its name is left out; a command gets another name.
  var merged: SpecDraft {
    var draft = self
    draft.things = []
    var places: [Key: Int] = [:]
    for thing in things { draft.merge(thing.spelt, at: &places) }
    return draft
  }

  /// With quotes and escapes a key has at most 1024 characters (YAML 1.1, 9.3.1).
  private static let longestName = 1000

  private mutating func merge(_ thing: SpecDraft.Thing, at places: inout [Key: Int]) {
    guard thing.name.utf8.count <= Self.longestName else {
      return leaveOut(
        "an entry of `\(thing.section)` whose name has more than \(Self.longestName) bytes: no key of YAML is so long",
        at: thing.origin)
    }
    var thing = thing
    let name = thing.name
    var number = 1
    while let place = places[Key(thing)] {
      guard let setting = things[place].difference(in: thing) else {
        thing.bindWhatIsRead(beside: things[place])
        things[place].bindWhatIsRead(beside: thing)
        return things[place].take(thing)
      }
      guard thing.section == "commands" else {
        return leaveOut(
          "\(thing.words) a second time: a spec names it once, and its `\(setting)` is another the first time",
          at: thing.origin)
      }
      number += 1
      if thing.setting("exec") == nil { thing.settings.append(.init("exec", .string(name))) }
      thing.name = "\(name) (\(number))"
    }
    places[Key(thing)] = things.count
    things.append(thing)
  }

  private struct Key: Hashable {
    let section: String
    let name: ExactText

    init(_ thing: SpecDraft.Thing) {
      section = thing.section
      name = ExactText(thing.name)
    }
  }
}

extension SpecDraft.Thing {
  /// The thing with a path that is no pattern spelt as all paths are.
  fileprivate var spelt: SpecDraft.Thing {
    guard section == "files", !asksForFolder, let path = Glob(name).literal else { return self }
    var thing = self
    thing.name = DraftPath.literal(path)
    return thing
  }

  /// A setting that another thing of the name has otherwise; titles may differ.
  fileprivate func difference(in other: SpecDraft.Thing) -> String? {
    let keys = (settings + other.settings).map(\.key).filter { $0 != "title" }
    return keys.first { setting($0) != other.setting($0) }
  }

  /// Of what another place wants to be absent, what is said here can hold for container-structure-test alone, which judges each
  /// test by itself; in one entry it would not be judged.
  fileprivate mutating func bindWhatIsRead(beside other: SpecDraft.Thing) {
    guard section == "files", other["exists"]?.value == .bool(false), self["exists"] == nil else { return }
    for index in assertions.indices where assertions[index].bound == nil {
      assertions[index].bound = "elsewhere it must not be there, so that one of the two always fails"
    }
  }

  fileprivate mutating func take(_ other: SpecDraft.Thing) {
    for assertion in other.assertions {
      guard let index = assertions.firstIndex(where: { $0.property == assertion.property }) else {
        assertions.append(assertion)
        continue
      }
      assertions[index].value = Self.both(assertions[index].value, assertion.value)
      assertions[index].bound = assertions[index].bound ?? assertion.bound
    }
  }

  /// A value that demands two others.
  private static func both(_ a: JSONText, _ b: JSONText) -> JSONText {
    if a == b { return a }
    switch (a, b) {
    case (.object(let first), .object(let second)) where isOfNames(first) && isOfNames(second):
      return .object(
        second.reduce(into: first) { members, member in
          if let index = members.firstIndex(where: { $0.key.isExactly(member.key) }) {
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
