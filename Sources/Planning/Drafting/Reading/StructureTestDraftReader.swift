import DataSyntax
import Expectation
import Source
import StructureTest

/// Reads a sound file of container-structure-test as a draft.
struct StructureTestDraftReader {
  private let root: DataNode
  private let isFirstVersion: Bool

  init(_ file: SourceFile) {
    let syntax: DataSyntaxKind = file.id.path.hasSuffix(".json") ? .json : .yaml
    root = DataParser.parse(DerivedText(file), as: syntax, laterDocuments: .ignored).tree.root
    isFirstVersion = root["schemaVersion"]?.string?.hasPrefix("1") ?? false
  }

  var draft: SpecDraft {
    var draft = SpecDraft()
    let variables = StructureTestMembers.variables(root["globalEnvVars"])
    let tests: [(key: String, read: Read)] = [
      ("fileExistenceTests", existence), ("fileContentTests", content),
      ("commandTests", { (test, draft) throws(Inexpressible) in try command(test, variables, &draft) }),
    ]
    for (key, read) in tests {
      for test in root[key]?.items ?? [] {
        let start = draft.things.count
        do throws(Inexpressible) {
          try read(test, &draft)
          bind(&draft.things[start...], test["path"]?.string ?? "")
        } catch {
          let name = test["name"]?.string ?? ""
          draft.leaveOut(
            "\(name.isEmpty ? "a test without a name" : "test `\(name)`"): \(error.reason)", at: test.location
          )
        }
      }
    }
    for test in root["licenseTests"]?.items ?? [] {
      draft.leaveOut("a licence test: only container-structure-test knows it", at: test.location)
    }
    if let test = root["metadataTest"] {
      let reader = StructureTestMetadataReader(test)
      draft.things += reader.things
      draft.leftOut += reader.leftOut
    }
    for entry in root["containerRunOptions"]?.entries ?? [] where entry.key.string != "user" {
      draft.leaveOut(
        "`\(entry.key.string ?? "")` of `containerRunOptions`: Ovenproof runs the commands of a spec without it",
        at: entry.location)
    }
    return draft
  }

  /// Adds what a test says.
  private typealias Read = (DataNode, inout SpecDraft) throws(Inexpressible) -> Void

  private func path(of test: DataNode, expandsVariables: Bool) throws(Inexpressible) -> String {
    let path = test["path"]?.string ?? ""
    if expandsVariables, path.contains("$") {
      throw Inexpressible("the path holds a `$`, which container-structure-test replaces: write the path out")
    }
    guard !path.split(separator: "/").contains("..") else { throw Inexpressible("the path holds `..`") }
    return DraftPath.literal(path.hasPrefix("/") ? path : "/" + path)
  }

  /// Binds tests of paths that container-structure-test finds in a container of docker's, and other dialects not in the image.
  private func bind(_ things: inout ArraySlice<SpecDraft.Thing>, _ path: String) {
    guard let reason = reason(of: path) else { return }
    for place in things.indices where things[place].section == "files" {
      for index in things[place].assertions.indices { things[place].assertions[index].bound = reason }
    }
  }

  private func reason(of path: String) -> String? {
    if ContainerAdditions.contain(path) {
      return "docker makes it in every container, where container-structure-test looks"
    }
    let metadata = root["metadataTest"]
    let folders = (metadata?["volumes"]?.items ?? []).compactMap(\.string)
    if ContainerAdditions.isFolder(path, above: folders + [metadata?["workdir"]?.string ?? ""]) {
      return "docker makes the folders of volumes in a container, where container-structure-test looks"
    }
    guard path.utf8.count > 1, path.hasSuffix("/") || path.hasSuffix("/.") else { return nil }
    return
      "with a slash behind it container-structure-test asks for a folder, and where a link leads: take the slash away"
  }

  private func thing(_ section: String, _ name: String, _ test: DataNode) -> SpecDraft.Thing {
    let title = test["name"]?.string ?? ""
    let settings: [JSONText.Member] = title.isEmpty || title == name ? [] : [.init("title", .string(title))]
    return SpecDraft.Thing(section, name, at: test.location, settings: settings)
  }

  private func existence(_ test: DataNode, _ draft: inout SpecDraft) throws(Inexpressible) {
    var thing = thing("files", try path(of: test, expandsVariables: true), test)
    let presence = test["shouldExist"]
    guard presence?.bool ?? true else {
      thing.assertions.append(.init("exists", .bool(false), at: presence?.location))
      return draft.things.append(thing)
    }
    thing.assertions.append(.init("exists", .bool(true), at: presence?.location ?? test.location))
    if let written = test["permissions"], let text = written.string, !text.isEmpty {
      guard let permissions = GoPermissions(text) else {
        throw Inexpressible("`\(text)` are no permissions as container-structure-test has them")
      }
      thing.assertions.append(.init("type", .string(permissions.type), at: written.location))
      thing.assertions.append(.init("mode", .string(permissions.mode.octal), at: written.location))
    }
    for (key, property) in [("uid", "uid"), ("gid", "gid")] where !isFirstVersion {
      guard let node = test[key], let number = node.integer, number != -1 else { continue }
      thing.assertions.append(.init(property, .integer(number), at: node.location))
    }
    draft.things.append(thing)
    guard let node = test["isExecutableBy"], let who = node.string, !who.isEmpty else { return }
    let patterns = [
      "owner": "^.[1357]", "group": "^..[1357]", "other": "^...[1357]", "any": "^.[0-7]*[1357]",
    ]
    guard let pattern = patterns[who] else {
      throw Inexpressible("`isExecutableBy` is `owner`, `group`, `other` or `any`, not `\(who)`")
    }
    let matcher = DraftMatcher.named("match-regexp", .string(pattern))
    draft.things.append(
      SpecDraft.Thing("files", thing.name, at: test.location, [.init("mode", matcher, at: node.location)]))
  }

  private func content(_ test: DataNode, _ draft: inout SpecDraft) throws(Inexpressible) {
    var thing = thing("files", try path(of: test, expandsVariables: false), test)
    let patterns = StructureTestMembers.patterns(test["expectedContents"], test["excludedContents"])
    guard !patterns.isEmpty else { throw Inexpressible("it asserts nothing of the contents") }
    thing.assertions = [.init("contents", DraftMatcher.all(patterns), at: test.location)]
    draft.things.append(thing)
  }

  private func command(
    _ test: DataNode, _ globals: [JSONText.Member], _ draft: inout SpecDraft
  ) throws(Inexpressible) {
    let words =
      isFirstVersion
      ? (test["command"]?.items ?? []).map { $0.string ?? "" }
      : [test["command"]?.string ?? ""] + (test["args"]?.items ?? []).map { $0.string ?? "" }
    if words.contains(where: { $0.contains("$") }) {
      throw Inexpressible("container-structure-test replaces what follows a `$` in its command")
    }
    if let status = test["exitCode"]?.integer, ProgramStart.isFailure(.integer(status)) {
      throw Inexpressible(ProgramStart.reason)
    }
    if test["setup"]?.items.isEmpty == false {
      throw Inexpressible("specs of Ovenproof have no `setup`: put all commands into one line of a shell")
    }
    let own = StructureTestMembers.variables(test["envVars"])
    let variables = globals + own
    if variables.contains(where: {
      if case .string(let text) = $0.value { text.contains("$") } else { false }
    }) {
      throw Inexpressible("its variables hold a `$`, which container-structure-test replaces")
    }
    var thing = SpecDraft.Thing(
      "commands", test["name"]?.string ?? words.joined(separator: " "), at: test.location)
    thing.settings = [.init("exec", .strings(words))]
    if !variables.isEmpty {
      thing.settings.append(.init("env", .object(StructureTestMembers.lastOnes(variables))))
    }
    if let user = root["containerRunOptions"]?["user"]?.string {
      thing.settings.append(.init("user", .string(user)))
    }
    let status = test["exitCode"]
    thing.assertions.append(
      .init("exit-status", .integer(status?.integer ?? 0), at: status?.location ?? test.location))
    for (property, expected, excluded) in [
      ("stdout", "expectedOutput", "excludedOutput"), ("stderr", "expectedError", "excludedError"),
    ] {
      let patterns = StructureTestMembers.patterns(test[expected], test[excluded])
      let place = test[expected]?.location ?? test[excluded]?.location
      if !patterns.isEmpty { thing.assertions.append(.init(property, DraftMatcher.all(patterns), at: place)) }
    }
    draft.things.append(thing)
  }
}
