import DataSyntax
import Expectation

/// Writes a draft as a file of container-structure-test.
struct StructureTestWriter {
  private var header: [String] = []
  private var existences: [JSONText] = []
  private var contents: [JSONText] = []
  private var commands: [JSONText] = []
  private var metadata: [JSONText.Member] = []
  private(set) var leftOut: [SpecDraft.LeftOut] = []

  mutating func write(_ draft: SpecDraft) {
    header = draft.header
    leftOut = draft.leftOut
    for thing in draft.things {
      do throws(Inexpressible) {
        for setting in thing.settings where setting.key != "title" && thing.section != "commands" {
          throw Inexpressible("container-structure-test has no `\(setting.key)`")
        }
        switch thing.section {
        case "files": try file(thing)
        case "commands": try command(thing)
        case "image": image(thing)
        default: throw Inexpressible("container-structure-test does not look at \(thing.section)")
        }
      } catch {
        leftOut.append(.init("\(thing.words): \(error.reason)", at: thing.origin))
      }
    }
  }

  /// The file; what was left out is its last comment.
  var text: String {
    var blocks = header.isEmpty ? [] : [header.map(YAMLLines.comment).joined()]
    blocks.append("schemaVersion: 2.0.0\n")
    for (key, tests) in [
      ("commandTests", commands), ("fileExistenceTests", existences), ("fileContentTests", contents),
    ] where !tests.isEmpty {
      blocks.append("\(key):\n" + tests.map { "  - " + YAMLLines.flow($0) + "\n" }.joined())
    }
    if !metadata.isEmpty {
      blocks.append(
        "metadataTest:\n" + metadata.map { YAMLLines.entry($0.key, $0.value, indent: 2) }.joined())
    }
    if !leftOut.isEmpty { blocks.append(LeftOutComment(leftOut).text) }
    return blocks.joined(separator: "\n")
  }

  private mutating func leave(_ assertion: SpecDraft.Assertion, of thing: SpecDraft.Thing, _ reason: String) {
    leftOut.append(.init("`\(assertion.property)` of \(thing.words): \(reason)", at: assertion.origin))
  }

  private func name(of thing: SpecDraft.Thing) -> JSONText { thing.setting("title") ?? .string(thing.name) }

  private mutating func file(_ thing: SpecDraft.Thing) throws(Inexpressible) {
    guard let path = Glob(thing.name).literal else {
      throw Inexpressible("container-structure-test has no patterns of paths")
    }
    guard !path.contains("$") else {
      throw Inexpressible("container-structure-test replaces what follows a `$` in a path")
    }
    let written = thing.asksForFolder ? path + "/" : path
    let head: [JSONText.Member] = [.init("name", name(of: thing)), .init("path", .string(written))]
    let mustNotBe = thing["exists"]?.value == .bool(false)
    var facts: [JSONText.Member] = []
    for assertion in thing.assertions {
      if assertion.property == "contents" {
        if mustNotBe, assertion.bound == nil {
          leave(assertion, of: thing, "it is never judged, since the file must not be there")
        } else {
          content(assertion, head, of: thing)
        }
      }
      do throws(Inexpressible) {
        guard let fact = try fact(assertion, of: thing), !facts.contains(fact) else { continue }
        guard !facts.contains(where: { $0.key == fact.key }) else {
          throw Inexpressible("another `\(fact.key)` is asserted already")
        }
        facts.append(fact)
      } catch {
        leave(assertion, of: thing, error.reason)
      }
    }
    let isAbsent = facts.contains { $0.key == "shouldExist" && $0.value == .bool(false) }
    guard !facts.isEmpty else { return }
    if !facts.contains(where: { $0.key == "shouldExist" }) {
      facts.insert(.init("shouldExist", .bool(true)), at: 0)
    }
    existences.append(.object(head + (isAbsent ? [.init("shouldExist", .bool(false))] : facts)))
  }

  /// What an existence test says for an assertion; nil where another one says it.
  private func fact(
    _ assertion: SpecDraft.Assertion, of thing: SpecDraft.Thing
  ) throws(Inexpressible) -> JSONText.Member? {
    switch (assertion.property, assertion.value) {
    case ("exists", .bool(let flag)): return .init("shouldExist", .bool(flag))
    case ("uid", .integer), ("gid", .integer): return .init(assertion.property, assertion.value)
    case ("uid", .number(let number)), ("gid", .number(let number)):
      return .init(assertion.property, Int(number).map { .integer($0) } ?? assertion.value)
    case ("owner", .string("root")): return .init("uid", .integer(0))
    case ("group", .string("root")): return .init("gid", .integer(0))
    case ("mode", .string(let text)):
      guard let type = FileTypeOfThing(thing).type, let mode = FileMode(text),
        let permissions = GoPermissions(type: type, mode: mode).text
      else {
        throw Inexpressible("its permissions begin with a letter for the type: assert `type` too")
      }
      return .init("permissions", .string(permissions))
    case ("type", .string):
      guard thing["mode"] != nil else {
        throw Inexpressible(
          "container-structure-test tells a type by its permissions: assert `mode` too")
      }
      return nil
    case ("contents", _): return nil
    default: throw Inexpressible("container-structure-test has no such property")
    }
  }

  private mutating func content(
    _ assertion: SpecDraft.Assertion, _ head: [JSONText.Member], of thing: SpecDraft.Thing
  ) {
    do throws(Inexpressible) {
      let patterns = try WholePatterns(assertion.value)
      contents.append(.object(head + patterns.members("expectedContents", "excludedContents")))
    } catch {
      leave(assertion, of: thing, error.reason)
    }
  }

  private mutating func command(_ thing: SpecDraft.Thing) throws(Inexpressible) {
    var words: [JSONText] = [.string("/bin/sh"), .string("-c"), .string(thing.name)]
    var members: [JSONText.Member] = [.init("name", name(of: thing))]
    for setting in thing.settings {
      switch (setting.key, setting.value) {
      case ("title", _): break
      case ("exec", .array(let list)): words = list
      case ("exec", let line): words[2] = line
      case ("env", .object(let variables)):
        members.append(
          .init(
            "envVars",
            .array(variables.map { .object([.init("key", .string($0.key)), .init("value", $0.value)]) })))
      // What takes longer would fail here and pass there.
      case ("timeout", _):
        leftOut.append(
          .init("`timeout` of \(thing.words): container-structure-test has none", at: thing.origin))
      default: throw Inexpressible("container-structure-test has no `\(setting.key)`")
      }
    }
    let hasVariable = words.contains { if case .string(let text) = $0 { text.contains("$") } else { false } }
    guard !hasVariable else {
      throw Inexpressible("container-structure-test replaces what follows a `$` in its command")
    }
    members += [.init("command", words[0]), .init("args", .array(Array(words.dropFirst())))]
    let isShell = words.first == .string("/bin/sh")
    for assertion in thing.assertions {
      switch assertion.property {
      case "exit-status":
        if !isShell, ProgramStart.isFailure(assertion.value) { throw Inexpressible(ProgramStart.reason) }
        guard case .object = assertion.value else {
          members.append(.init("exitCode", assertion.value))
          continue
        }
        throw Inexpressible(
          "container-structure-test compares an exit code with one number, and with no matcher")
      case "stdout": members += try WholePatterns(assertion.value).members("expectedOutput", "excludedOutput")
      case "stderr": members += try WholePatterns(assertion.value).members("expectedError", "excludedError")
      default: leave(assertion, of: thing, "container-structure-test has no such property")
      }
    }
    commands.append(.object(members))
  }

  private mutating func image(_ thing: SpecDraft.Thing) {
    for assertion in thing.assertions {
      do throws(Inexpressible) {
        metadata.append(try StructureTestMetadata(assertion).member)
      } catch {
        leave(assertion, of: thing, error.reason)
      }
    }
  }
}

/// What kind of file a thing is, as far as its assertions tell.
private struct FileTypeOfThing {
  let type: String?

  init(_ thing: SpecDraft.Thing) {
    if case .string(let type)? = thing["type"]?.value {
      self.type = type
    } else {
      let isFile = ["contents", "sha256", "size"].contains { thing[$0] != nil }
      type = isFile ? "file" : nil
    }
  }
}
