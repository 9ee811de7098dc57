import DataSyntax
import Diagnostics
import Source
import Support

/// A document with lines of carets under what is wrong with it, and after a line `=>` the tree that is read all the
/// same.
struct FaultCase: CustomStringConvertible {
  let name: String
  let syntax: DataSyntaxKind
  let source: String
  /// `LINE:COLUMN+WIDTH message` of each fault.
  let faults: [String]
  let tree: String

  var description: String { name }

  static func load() throws -> [FaultCase] {
    try CaseFolder.files(in: "data/faults", endings: [".json.txt", ".yaml.txt"]).map(FaultCase.init)
  }

  private init(_ file: CaseFolder.File) {
    name = file.name
    syntax = file.name.hasSuffix(".json.txt") ? .json : .yaml
    var lines = file.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let mark = lines.firstIndex(of: "=>") ?? lines.endIndex
    tree = lines.indices.contains(mark + 1) ? lines[mark + 1] : ""
    lines.removeSubrange(mark...)
    var kept: [String] = []
    var faults: [String] = []
    for line in lines {
      if let fault = Self.fault(line, below: kept.count) { faults.append(fault) } else { kept.append(line) }
    }
    source = kept.joined(separator: "\n") + "\n"
    self.faults = faults
  }

  /// Reads blanks, carets and a message.
  private static func fault(_ line: String, below number: Int) -> String? {
    let blanks = line.prefix { $0 == " " }
    let carets = line.dropFirst(blanks.count).prefix { $0 == "^" }
    let message = line.dropFirst(blanks.count + carets.count)
    guard !carets.isEmpty, message.first == " " else { return nil }
    return "\(number):\(blanks.count + 1)+\(carets.count)\(message)"
  }
}

extension Parsing {
  /// The faults in the form of `FaultCase.faults`: a range over several lines ends with its first one.
  var faults: [String] {
    diagnostics.map { diagnostic in
      let start = file.position(at: diagnostic.primary.range.start)
      let end = file.position(at: diagnostic.primary.range.end)
      let lineWidth = file.text(ofLine: start.line).unicodeScalars.count + 1
      let width = max(1, (end.line == start.line ? end.column : lineWidth) - start.column)
      return "\(start.line):\(start.column)+\(width) \(diagnostic.message)"
    }
  }
}
