import Host
import Support
import Testing

/// The rules of the house that a machine can hold.
@Suite struct HouseStyleTests {
  @Test func `No source file is longer than 400 lines`() throws {
    let files = try SourceText.all(in: "Sources", [".swift"]) + SourceText.all(in: "Tests", [".swift"])
    let long = files.filter { $0.lines.count > 401 }
    #expect(long.map { "\($0.path): \($0.lines.count)" } == [])
  }

  /// Written in two parts, so that this file does not hold them.
  static let forbiddenConstructs = [
    "@unchecked " + "Sendable", "nonisolated" + "(unsafe)", "try" + "!", " as" + "! ", "fatal" + "Error(",
    "TO" + "DO",
    "MA" + "RK:", "FIX" + "ME",
  ]

  @Test(arguments: forbiddenConstructs)
  func `Nothing that the house does without is used`(construct: String) throws {
    let files = try SourceText.all(in: "Sources", [".swift"]) + SourceText.all(in: "Tests", [".swift"])
    let users = files.filter { $0.text.contains(construct) }
    #expect(users.map(\.path) == [])
  }

  /// In a static executable the C library loads modules of the machine's own for these, and may crash.
  @Test(arguments: ["getpw", "getgr", "initgroups", "getaddrinfo", "gethostby", "getservby", "wordexp"])
  func `The product asks the C library for no account, host or service`(call: String) throws {
    let users = try (SourceText.all(in: "Sources", [".swift", ".c", ".h", ".cc"])).filter { file in
      // What Ruby calls so is data.
      !file.path.hasPrefix("Sources/Models/RubyEvaluation/")
        && file.text.calls(call)
    }
    #expect(users.map(\.path) == [])
  }

  /// The product speaks of itself alone.
  static let foreignWords = [
    "/wo" + "rk/", "sub" + "agent", "AI " + "agent", "language " + "model", "co" + "pilot",
  ]

  @Test(arguments: foreignWords)
  func `No file speaks of how it was written`(word: String) throws {
    let endings = [
      ".swift", ".md", ".yaml", ".yml", ".json", ".sh", ".c", ".h", ".cc", "Makefile", ".ci/run",
    ]
    let users = try SourceText.all(in: ".", endings).filter {
      $0.text.lowercased().contains(word.lowercased())
    }
    #expect(users.map(\.path) == [])
  }

  @Test func `No folder of cases is empty`() throws {
    let disk = Disk(workingDirectory: Repository.root)
    var empty: [String] = []
    var open = ["Tests", "Fixtures"]
    while let folder = open.popLast() {
      let names = try disk.list(folder)
      if names.isEmpty { empty.append(folder) }
      open += names.map { folder + "/" + $0 }.filter {
        disk.status($0)?.kind == .directory && !disk.isSymbolicLink($0)
      }
    }
    #expect(empty == [])
  }
}

extension String {
  /// Whether a function is called whose name begins so.
  fileprivate func calls(_ prefix: String) -> Bool {
    split { !($0.isLetter || $0.isNumber || $0 == "_" || $0 == "(") }.contains { word in
      word.hasPrefix(prefix) && word.contains("(")
    }
  }
}
