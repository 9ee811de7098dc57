import DataSyntax
import Drafting
import Expectation
import Goss
import Source

/// Takes a sound spec apart into claims.
struct SpecClaimReader {
  private static let gossSections = [
    "file": "files", "package": "packages", "user": "users", "group": "groups", "command": "commands",
  ]
  private static let gossWords = ["filetype": "type", "linked-to": "target", "contains": "contents"]

  private(set) var claims: [SpecClaim] = []

  init(_ reading: SpecReading, _ root: DataNode) {
    switch reading.dialect {
    case .ovenproof: take(own: root)
    case .cst: take(structureTest: root)
    case .goss: for resource in reading.gossResources { take(resource) }
    }
  }

  private mutating func add(
    _ subject: SpecClaim.Subject, _ property: String, _ entry: DataEntry, of thing: Location
  ) {
    claims.append(
      SpecClaim(
        subject: subject, property: property, word: entry.key.string ?? property, value: entry.value,
        place: entry.key.contentLocation, thing: thing))
  }

  private mutating func take(own root: DataNode) {
    for section in root.entries {
      let word = section.key.string ?? ""
      guard SpecWords.isSection(word) else { continue }
      let isSingle = SpecWords.isSingle(word)
      let things = isSingle ? [section] : section.value.entries
      // What is asserted under conditions contradicts nothing for sure.
      for thing in things where !SpecWords.isConditional(thing.key, thing.value) {
        let subject = Self.subject(word, isSingle ? "" : thing.key.string ?? "")
        for entry in thing.value.entries {
          add(subject, entry.key.string ?? "", entry, of: thing.key.contentLocation)
        }
      }
    }
  }

  private static func subject(_ section: String, _ name: String) -> SpecClaim.Subject {
    guard section == "files" else { return .init(section: section, name: name, isPattern: false) }
    let glob = Glob(name)
    return .init(section: section, name: glob.literal ?? glob.pattern, isPattern: glob.literal == nil)
  }

  private mutating func take(_ resource: GossResource) {
    let section = Self.gossSections[resource.word] ?? resource.word
    let name = section == "files" ? Self.normalised(resource.subject) : resource.subject
    let subject = SpecClaim.Subject(section: section, name: name, isPattern: false)
    for (word, node) in resource.attributes.sorted(by: { $0.value.location < $1.value.location }) {
      claims.append(
        SpecClaim(
          subject: subject, property: Self.gossWords[word] ?? word, word: word, value: node,
          place: node.location,
          thing: resource.origin))
    }
  }

  private static func normalised(_ path: String) -> String {
    "/" + path.split(separator: "/").filter { $0 != "." }.joined(separator: "/")
  }

  private static let structureWords = [
    "shouldExist": "exists", "permissions": "mode", "uid": "uid", "gid": "gid",
    "isExecutableBy": "executable-by",
    "expectedContents": "contents", "excludedContents": "excluded-contents",
  ]

  private mutating func take(structureTest root: DataNode) {
    for word in ["fileExistenceTests", "fileContentTests"] {
      for test in root[word]?.items ?? [] {
        guard let path = test["path"] else { continue }
        let subject = SpecClaim.Subject(
          section: "files", name: Self.normalised(path.string ?? ""), isPattern: false)
        for entry in test.entries {
          guard let property = Self.structureWords[entry.key.string ?? ""] else { continue }
          add(subject, property, entry, of: path.contentLocation)
        }
      }
    }
    for test in root["commandTests"]?.items ?? [] {
      // What a command says depends on all that stands around it.
      let words = ["command", "args", "setup", "envVars"].map { key in
        test[key].map { String(decoding: JSONText($0).compact, as: UTF8.self) } ?? ""
      }
      let subject = SpecClaim.Subject(
        section: "commands", name: words.joined(separator: " "), isPattern: false)
      for entry in test.entries {
        guard let word = entry.key.string, word != "name", word != "teardown" else { continue }
        add(subject, word, entry, of: test["name"]?.contentLocation ?? test.location)
      }
    }
    guard let metadata = root.entry("metadataTest") else { return }
    let subject = SpecClaim.Subject(section: "image", name: "", isPattern: false)
    for entry in metadata.value.entries {
      add(subject, entry.key.string ?? "", entry, of: metadata.key.contentLocation)
    }
  }
}
