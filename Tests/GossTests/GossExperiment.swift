import DataSyntax
import Expectation
import Goss
import Host
import Image
import Report
import Source
import Sprig
import Support
import Testing

/// A folder of `Fixtures/goss/experiments`: a goss file, goss's switches in `cmd` (`global|validate|environment`), and what goss 0.4.9
/// printed. A case is added by adding a folder.
struct GossExperiment: Sendable, CustomTestStringConvertible {
  let name: String

  static let root = Repository.fixture("goss/experiments")
  var testDescription: String { name }
  private var folder: String { "\(Self.root)/\(name)" }

  static func all() throws -> [GossExperiment] {
    let names = try Disk(workingDirectory: "/").list(root)
    try #require(names.count > 30, "the experiments are there")
    return names.map { GossExperiment(name: $0) }
  }

  /// The folders in which we print something else, with the reasons.
  static func deviations() throws -> [String: String] {
    let disk = Disk(workingDirectory: "/")
    let bytes = try disk.read(Repository.fixture("goss/deviations.txt"), limit: 1 << 16)
    var reasons: [String: String] = [:]
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") where !line.hasPrefix("#") {
      let words = line.split(separator: " ", maxSplits: 1)
      reasons[String(words[0])] = words.count > 1 ? String(words[1]) : ""
    }
    return reasons
  }

  func text(_ file: String) throws -> String {
    String(decoding: try Disk(workingDirectory: folder).read(file, limit: 1 << 22), as: UTF8.self)
  }

  /// What is printed and the exit code, in the words of `expected.stdout` and `expected.exit`.
  func result(on image: any ImageView, commands: [String: CommandResult]) throws -> (
    output: String, code: Int32
  ) {
    let parts = try text("cmd").split(separator: "\n")[0].split(
      separator: "|", omittingEmptySubsequences: false)
    let global = Self.words(String(parts[0]), in: name)
    let local = Self.words(String(parts[1]), in: name)
    let options = GossOptions(
      variableFiles: Self.values(of: "--vars", in: global),
      inlineVariables: Self.values(of: "--vars-inline", in: global).last ?? "",
      machine: TemplateMachine(environment: ["PLAIN": "hello"], now: 0) { path in
        .failure(TemplateMachineError("open \(path): no such file or directory"))
      }, compatibility: .strict)
    let files = try tree()
    let path = "/x/\(name)/" + (files.status("/x/\(name)/goss.txt") == nil ? "goss.yaml" : "goss.txt")
    let goss: GossFile
    do throws(GossFault) { goss = try GossFile.read(at: path, in: files, options) } catch {
      return ("Error: \(error.message)\n", 78)
    }
    let format = Self.values(of: "-f", in: local).last ?? "rspecish"
    guard let form = GossForm(rawValue: format) else { return ("Error: bad output format: \(format)\n", 1) }
    var results: [String: CommandResult] = [:]
    for request in goss.spec.commands(in: ImageSearch(image)) {
      let line =
        request.call.arguments[0] == "sh"
        ? request.call.arguments[2] : request.call.arguments.joined(separator: " ")
      results[request.id] = commands[line]
    }
    let outcomes = goss.spec.outcomes(in: ImageSearch(image), commands: results)
    let report = GossReport(
      outcomes.compactMap { if case .goss(let result)? = $0.original { result } else { nil } }, form,
      GossFormOptions(Self.values(of: "-o", in: local)))
    return (Self.normalised(String(decoding: report.bytes, as: UTF8.self)), report.exitCode)
  }

  /// The files of the folder under the paths that goss saw.
  func tree() throws -> MemoryFileTree {
    var files: [String: [UInt8]] = [:]
    let disk = Disk(workingDirectory: folder)
    var open = [""]
    while let folder = open.popLast() {
      for name in try disk.list(folder.isEmpty ? "." : folder) {
        let path = folder.isEmpty ? name : folder + "/" + name
        if disk.status(path)?.kind == .directory {
          open.append(path)
        } else {
          files["/x/\(self.name)/\(path)"] = try disk.read(path, limit: 1 << 22)
        }
      }
    }
    return MemoryFileTree(files)
  }

  /// The words of a line, quotes taken off.
  private static func words(_ line: String, in name: String) -> [String] {
    var words: [String] = []
    var word = ""
    var isQuoted = false
    for character in line {
      switch character {
      case "'": isQuoted.toggle()
      case " " where !isQuoted:
        if !word.isEmpty { words.append(word) }
        word = ""
      default: word.append(character)
      }
    }
    if !word.isEmpty { words.append(word) }
    return words.map { $0.hasPrefix("{D}") ? "/x/\(name)" + $0.dropFirst(3) : $0 }
  }

  private static func values(of name: String, in words: [String]) -> [String] {
    words.indices.dropLast().filter { words[$0] == name }.map { words[$0 + 1] }
  }

  /// Clocks as the recordings have them.
  private static func normalised(_ text: String) -> String {
    var text = text
    for (pattern, replacement) in [
      (#"\b\d+\.\d{3}s"#, "D.DDDs"), (#""(total-duration|duration)": ?\d+"#, #""$1":0"#),
      (#""(start|end)-time": ?"[^"]*""#, #""$1-time":"T""#), (#"time="[\d.]+""#, #"time="D""#),
      (#"timestamp="[^"]*""#, #"timestamp="T""#), (#"(_milliseconds\{[^}]*\}) \d+"#, "$1 N"),
    ] {
      text = PatternText.replacing(pattern, in: text, by: replacement)
    }
    return text
  }
}
