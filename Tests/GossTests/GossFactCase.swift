import Expectation
import Goss
import Host
import Image
import Report
import Source
import Sprig
import Support
import Testing

/// A folder of `Fixtures/goss/facts`: the image in `tree.txt`, `goss.yaml` or `goss.json`, in `goss.txt` what goss 0.4.9 said of each
/// assertion in such an image, sorted, and in `verify.txt` what we say where we judge as the file means it. A case is added by adding
/// a folder.
struct GossFactCase: Sendable, CustomTestStringConvertible {
  let name: String
  private static let root = Repository.fixture("goss/facts")

  var testDescription: String { name }
  private var disk: Disk { Disk(workingDirectory: "\(Self.root)/\(name)") }

  static func all() throws -> [GossFactCase] {
    let names = try Disk(workingDirectory: "/").list(root)
    try #require(!names.isEmpty, "Fixtures/goss/facts holds no case")
    return names.map { GossFactCase(name: $0) }
  }

  func path(_ file: String) -> String { "\(Self.root)/\(name)/\(file)" }

  /// What goss says, line by line, without the numbers.
  func strict() throws -> String {
    let results = try outcomes(.strict).compactMap { outcome in
      if case .goss(let result)? = outcome.original { result } else { nil }
    }
    let report = String(decoding: GossReport(results, .tap).bytes, as: UTF8.self)
    let lines = report.utf8.split(separator: 0x0A).compactMap { line -> [UInt8]? in
      guard let dash = Array(line).firstRange(of: Array(" - ".utf8)) else { return nil }
      return Array((line.first == UInt8(ascii: "n") ? "not ok" : "ok").utf8) + Array(line)[dash.lowerBound...]
    }
    return lines.sorted { $0.lexicographicallyPrecedes($1) }
      .map { String(decoding: $0, as: UTF8.self) + "\n" }.joined()
  }

  /// What we say where goss errs: the verdicts of all assertions, and why.
  func mended() throws -> String {
    try outcomes(.mended).map {
      "\($0.verdict.rawValue) \($0.id)\($0.message.isEmpty ? "" : ": \($0.message)")\n"
    }
    .joined()
  }

  private func outcomes(_ compatibility: Compatibility) throws -> [Outcome] {
    let name = disk.status("goss.json") == nil ? "goss.yaml" : "goss.json"
    let file = SourceFile(FileID(name), bytes: try disk.read(name, limit: 1 << 20))
    let options = GossOptions(machine: .none, compatibility: compatibility)
    let spec = try GossFile.read(file, in: MemoryFileTree([:]), options).spec
    let image = try ImageDescription.image("tree.txt", in: disk)
    return spec.outcomes(in: ImageSearch(image), commands: [:])
  }
}
