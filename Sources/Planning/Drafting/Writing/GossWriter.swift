import DataSyntax
import Expectation
import Source

/// Writes a draft as a goss file.
struct GossWriter {
  private static let types = [
    "files": "file", "packages": "package", "users": "user", "groups": "group", "commands": "command",
  ]
  private static let presences = [
    "files": "exists", "packages": "installed", "users": "exists", "groups": "exists",
  ]
  private static let attributes: [String: [String: String]] = [
    "files": [
      "exists": "exists", "mode": "mode", "owner": "owner", "group": "group", "uid": "uid", "gid": "gid",
      "size": "size",
      "type": "filetype", "target": "linked-to", "sha256": "sha256", "contents": "contents",
    ],
    "packages": ["installed": "installed", "version": "versions", "versions": "versions"],
    "users": [
      "exists": "exists", "uid": "uid", "gid": "gid", "groups": "groups", "home": "home", "shell": "shell",
    ],
    "groups": ["exists": "exists", "gid": "gid"],
    "commands": ["exit-status": "exit-status", "stdout": "stdout", "stderr": "stderr"],
  ]

  private var header: [String] = []
  private var sections: [(word: String, members: [JSONText.Member])] = []
  private(set) var leftOut: [SpecDraft.LeftOut] = []

  mutating func write(_ draft: SpecDraft) {
    header = draft.header
    leftOut = draft.leftOut
    for thing in draft.things { add(thing) }
  }

  /// The file; what was left out is its last comment. Go's templates are rendered first, comments included.
  var text: String {
    var blocks = header.isEmpty ? [] : [header.map(YAMLLines.comment).joined()]
    blocks += sections.map { section in
      "\(section.word):\n" + section.members.map { YAMLLines.entry($0.key, $0.value, indent: 2) }.joined()
    }
    if !leftOut.isEmpty { blocks.append(LeftOutComment(leftOut).text) }
    return blocks.joined(separator: "\n").withEscapedActions
  }

  private mutating func add(_ thing: SpecDraft.Thing) {
    do throws(Inexpressible) {
      guard let word = Self.types[thing.section] else { throw Inexpressible("goss has no such resource") }
      let (name, settings) = try head(of: thing)
      var members = settings
      for assertion in thing.assertions {
        for member in attribute(assertion, of: thing) { members.demand(member) }
      }
      members = try complete(members, thing)
      place(JSONText.Member(name, .object(members)), in: word)
    } catch {
      leftOut.append(.init("\(thing.words): \(error.reason)", at: thing.origin))
    }
  }

  /// What goss wants to be said, first.
  private func complete(_ members: [JSONText.Member], _ thing: SpecDraft.Thing) throws(Inexpressible)
    -> [JSONText.Member]
  {
    let asserted = Set(Self.attributes[thing.section, default: [:]].values)
    guard members.contains(where: { asserted.contains($0.key) }) || thing.section == "commands" else {
      throw Inexpressible("nothing of it can be asserted")
    }
    let required =
      Self.presences[thing.section].map { JSONText.Member($0, .bool(true)) }
      ?? .init("exit-status", .integer(0))
    return members.contains { $0.key == required.key } ? members : [required] + members
  }

  private func head(of thing: SpecDraft.Thing) throws(Inexpressible) -> (
    name: String, settings: [JSONText.Member]
  ) {
    var name = thing.name
    if thing.section == "files" {
      guard let path = Glob(name).literal else { throw Inexpressible("goss has no patterns of paths") }
      name = path
    }
    var settings: [JSONText.Member] = []
    for setting in thing.settings {
      switch (setting.key, setting.value) {
      case ("title", let title): settings.append(.init("title", title))
      case ("skip", let reason):
        settings += [.init("skip", .bool(true)), .init("meta", .object([.init("skip", reason)]))]
      case ("exec", .string(let line)): settings.append(.init("exec", .string(line)))
      case ("exec", .array(let words)): settings.append(.init("exec", .string(try Self.line(words))))
      case ("timeout", .string(let text)):
        settings.append(.init("timeout", .integer(Int(((TimeSpan.seconds(text) ?? 10) * 1000).rounded()))))
      default: throw Inexpressible("goss has no `\(setting.key)`")
      }
    }
    return (name, settings)
  }

  /// Words as a line for a shell.
  private static func line(_ words: [JSONText]) throws(Inexpressible) -> String {
    var quoted: [String] = []
    for word in words {
      let text: String
      switch word {
      case .string(let word): text = word
      case .integer(let number): text = String(number)
      case .number(let number): text = number
      default: throw Inexpressible("a word of `exec` is no text")
      }
      let isPlain =
        !text.isEmpty
        && text.utf8.allSatisfy { byte in
          (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF)
            || "-_./:=,+@%".utf8.contains(byte)
        }
      quoted.append(
        isPlain
          ? text
          : "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''")
            + "'")
    }
    return quoted.joined(separator: " ")
  }

  private mutating func attribute(_ assertion: SpecDraft.Assertion, of thing: SpecDraft.Thing) -> [JSONText
    .Member]
  {
    do throws(Inexpressible) {
      guard let name = Self.attributes[thing.section]?[assertion.property] else {
        throw Inexpressible("goss has no such property")
      }
      let member = JSONText.Member(name, try GossForm(property: assertion.property).value(assertion.value))
      guard name == "size", thing["type"] == nil else { return [member] }
      // To goss a folder has a size, too.
      return [.init("filetype", DraftMatcher.named("or", .strings(["file", "symlink"]))), member]
    } catch {
      leftOut.append(
        .init("`\(assertion.property)` of \(thing.words): \(error.reason)", at: assertion.origin))
      return []
    }
  }

  private mutating func place(_ member: JSONText.Member, in word: String) {
    if let index = sections.firstIndex(where: { $0.word == word }) {
      sections[index].members.append(member)
    } else {
      sections.append((word, [member]))
    }
  }
}

extension [JSONText.Member] {
  /// Adds what a thing must be; where the same is said already, both must hold.
  fileprivate mutating func demand(_ member: JSONText.Member) {
    guard let index = firstIndex(where: { $0.key == member.key }) else { return append(member) }
    let first = self[index].value
    if first != member.value {
      self[index] = .init(member.key, DraftMatcher.named("and", .array([first, member.value])))
    }
  }
}

extension String {
  /// Two braces in a row begin an action; written as a text of one they stand for themselves.
  fileprivate var withEscapedActions: String {
    var result: [UInt8] = []
    let bytes = Array(utf8)
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "{"), index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "{") {
        result += Array("{{`{{`}}".utf8)
        index += 2
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}

extension SpecDraft.Thing {
  /// The thing in a sentence: "file `/etc/x`".
  var words: String {
    let noun = SpecWords.noun(of: section)
    return name.isEmpty ? "the \(noun)" : "\(noun) `\(name)`"
  }
}
