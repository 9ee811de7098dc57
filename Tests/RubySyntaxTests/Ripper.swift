import Host
import RubySyntax
import Source
import Support

/// Ruby's own parser, asked through the scripts of `Tests/Oracles`.
enum Ripper {
  /// What it says of one file.
  struct Answer {
    let path: String
    let isAccepted: Bool
    var records: [String] = []
  }

  struct Failure: Error {
    let message: String
  }

  static let isThere = Machine.runs(.oracles, needing: "ruby", isThere: Machine.hasProgram("ruby"))

  /// The Ruby files below a folder, every so many.
  static func files(below folder: String, every step: Int = 1) async throws -> [String] {
    let found = try await run(
      [
        "find", "-L", folder, "-type", "f", "(", "-name", "*.rb", "-o", "-name", "Berksfile", "-o", "-name",
        "Cheffile", ")",
      ])
    let paths = found.split(separator: "\n").map(String.init).sorted()
    return stride(from: 0, to: paths.count, by: step).map { paths[$0] }
  }

  /// Its verdicts, and unless only they are asked for, its records.
  static func answers(on paths: [String], _ arguments: [String] = []) async throws -> [Answer] {
    let text = try await run(
      ["ruby", Repository.root + "/Tests/Oracles/ripper-records.rb"] + arguments, input: lines(paths))
    var answers: [Answer] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("= ") {
        let words = line.split(separator: " ", maxSplits: 2)
        answers.append(Answer(path: String(words[2]), isAccepted: words[1] == "accepted"))
      } else if !line.isEmpty {
        answers[answers.count - 1].records.append(String(line))
      }
    }
    guard answers.count == paths.count else {
      throw Failure(message: "\(answers.count) of \(paths.count) answers")
    }
    return answers
  }

  /// Broken twins of files, made in a folder.
  static func mutants(of paths: [String], each count: Int, in folder: String) async throws -> [String] {
    let script = Repository.root + "/Tests/Oracles/ruby-mutants.rb"
    let text = try await run(["ruby", script, folder, String(count)], input: lines(paths))
    return text.split(separator: "\n").map(String.init)
  }

  /// The tree of a file.
  static func tree(of path: String) throws -> RubyTree {
    RubyTree.parse(DerivedText(SourceFile(FileID(path), bytes: try CaseFolder.bytes(of: path))))
  }

  private static func lines(_ paths: [String]) -> [UInt8] { Array(paths.map { $0 + "\n" }.joined().utf8) }

  private static func run(_ arguments: [String], input: [UInt8] = []) async throws -> String {
    let output = try await Command(arguments, input: .bytes(input), deadline: 300).output(limit: 256 << 20)
    guard output.termination.succeeded else {
      throw Failure(message: String(decoding: output.error, as: UTF8.self))
    }
    return String(decoding: output.output, as: UTF8.self)
  }
}
