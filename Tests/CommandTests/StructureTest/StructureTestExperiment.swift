import DataSyntax
import Host
import Source
import Support
import Testing

/// A folder of `Fixtures/structure-test/experiments`: a file of tests, a command line, and what container-structure-test 1.19.1
/// said and ended with. A case is added by adding a folder.
struct StructureTestExperiment: Sendable {
  let name: String
  let folder: String

  private static let root = Repository.fixture("structure-test/experiments")

  static func all() throws -> [StructureTestExperiment] {
    let names = try Disk(workingDirectory: "/").list(root)
    try #require(!names.isEmpty, "Fixtures/structure-test/experiments holds no case")
    return names.map { StructureTestExperiment(name: $0, folder: "\(root)/\($0)") }
  }

  private func text(_ name: String) throws -> String {
    String(decoding: try Disk(workingDirectory: folder).read(name, limit: 1 << 22), as: UTF8.self)
  }

  var output: String { get throws { try text("expected.stdout") } }

  var status: Int32 { get throws { Int32(try text("expected.exit").filter { $0 != "\n" }) ?? -1 } }

  /// Whether a program has to be run in a container for it.
  var runsCommands: Bool {
    get throws {
      let names = try Disk(workingDirectory: folder).list(".").filter { $0.hasPrefix("cst.") }
      return try names.contains { try text($0).contains("commandTests") } && name != "60-tar-driver"
    }
  }

  /// The words of its command line, with the paths of images in the places that stand for them.
  func words(_ paths: [String: String]) throws -> [String] {
    var line =
      try text("cmd").split(separator: "|", omittingEmptySubsequences: false).first.map(String.init) ?? ""
    line = line.replacing("{D}", with: ".")
    for (mark, path) in paths { line = line.replacing("{\(mark)}", with: path) }
    return ["test", "--no-color"] + line.split(separator: " ").map(String.init)
  }

  /// The variables of its caller.
  var environment: [String: String] {
    get throws {
      let part = try text("cmd").split(separator: "|", omittingEmptySubsequences: false).last ?? ""
      let pairs = part.split(whereSeparator: \.isWhitespace).map {
        $0.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      }
      return Dictionary(uniqueKeysWithValues: pairs.map { (String($0[0]), String($0[1])) })
    }
  }
}

/// A report of container-structure-test without what differs from run to run: times, names of containers, and the order in
/// which an environment is listed.
struct StructureTestReport: Equatable {
  let text: String

  init(_ output: String) {
    var text = output.replacing(/([Dd]uration: +)\S+/) { "\($0.1)D" }
    text = text.replacing(/"Duration":\d+/, with: "\"Duration\":0").replacing(
      /time="[\d.e-]+"/, with: "time=\"D\"")
    text = text.replacing(/[0-9a-f]{64}/, with: "ID").replacing(/extracttar\d+/, with: "extracttarN")
    text = text.replacing(/HOSTNAME=\w+/, with: "HOSTNAME=H").replacing(
      "/var/lib/docker/overlay2/ID/merged", with: "")
    self.text = Self.sortingVariables(text)
  }

  /// The name of each test with its verdict, in whatever form the report is.
  var verdicts: [String] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    if let line = lines.first(where: { $0.hasPrefix("{\"Pass\"") }) { return Self.verdicts(json: line) }
    if text.contains("<testsuites ") { return verdictsOfXML }
    return zip(lines, lines.dropFirst()).compactMap { name, verdict in
      name.hasPrefix("=== RUN: ") ? "\(name.dropFirst(9)): \(verdict.dropFirst(4))" : nil
    }
  }

  private static func verdicts(json line: Substring) -> [String] {
    let file = SourceFile(FileID("report.json"), bytes: Array(line.utf8))
    let results = DataParser.parse(DerivedText(file), as: .json).tree.root["Results"]?.items ?? []
    return results.map { "\($0["Name"]?.string ?? ""): \($0["Pass"]?.bool == true ? "PASS" : "FAIL")" }
  }

  private var verdictsOfXML: [String] {
    text.matches(of: /<testcase name="([^"]*)"[^>]*>(.*?)<\/testcase>/).map {
      "\($0.1): \($0.2.contains("<failure>") ? "FAIL" : "PASS")"
    }
  }

  /// Shells of different systems add variables of their own.
  private static let shells: Set<String> = ["SHLVL", "OLDPWD", "PWD", "_"]

  private static func sortingVariables(_ text: String) -> String {
    var lines: [String] = []
    var variables: [String] = []
    func flush() {
      lines += variables.sorted()
      variables = []
    }
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      let head = line.prefixMatch(of: /stdout: |.*? in output '/)
      let bare = head.map { String(line[$0.range.upperBound...]) } ?? line
      guard let match = bare.prefixMatch(of: /([A-Z_]+)=/) else {
        flush()
        lines.append(line)
        continue
      }
      if let head { lines.append(String(line[head.range])) }
      if !shells.contains(String(match.1)) { variables.append(bare) }
    }
    flush()
    return lines.joined(separator: "\n")
  }
}
