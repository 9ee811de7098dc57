import Host
import Support

extension GossExperiment {
  /// The folders in which we print something else, with the reasons.
  static func deviations() throws -> [String: String] {
    try Deviations.read("goss/deviations.txt")
  }

  private func text(_ file: String) throws -> String {
    String(decoding: try Disk(workingDirectory: folder).read(file, limit: 1 << 22), as: UTF8.self)
  }

  var output: String { get throws { try text("expected.stdout") } }
  var status: Int32 { get throws { Int32(try text("expected.exit").filter { $0 != "\n" }) ?? -1 } }

  /// Whether a program has to be run in a container for it.
  var runsCommands: Bool {
    get throws {
      let file = try text("goss.yaml")
      return file.hasPrefix("command:") || file.contains("\ncommand:") || file.contains("running: ")
    }
  }

  /// What the program prints and ends with, in the words of the recording, which was made in `/x/NAME`.
  func run(_ program: Program, on image: String) async throws -> (output: String, status: Int32) {
    let copy = program.folder + "/\(name)"
    _ = try await Command(["cp", "-r", folder, copy]).output()
    let parts = try text("cmd").split(separator: "\n")[0].split(
      separator: "|", omittingEmptySubsequences: false)
    let words = parts.map { part in
      part.split(separator: " ").map { String($0).replacing("{D}", with: copy) }
    }
    let file = Disk(workingDirectory: copy).status("goss.txt") == nil ? "goss.yaml" : "goss.txt"
    var program = program
    program.environment["PLAIN"] = "hello"
    let answer = try await program.run(
      ["goss", "--image", image, "-g", "\(copy)/\(file)"] + words[0] + ["validate"] + words[1])
    return (Self.normalised(answer.output.replacing(copy, with: "/x/\(name)")), answer.status)
  }

  /// Clocks as the recordings have them.
  static func normalised(_ text: String) -> String {
    text.replacing(/\b\d+\.\d{3}s/, with: "D.DDDs")
      .replacing(/"(total-duration|duration)": ?\d+/) { "\"\($0.1)\":0" }
      .replacing(/"(start|end)-time": ?"[^"]*"/) { "\"\($0.1)-time\":\"T\"" }
      .replacing(/time="[\d.]+"/, with: "time=\"D\"").replacing(/timestamp="[^"]*"/, with: "timestamp=\"T\"")
      .replacing(/(_milliseconds\{[^}]*\}) \d+/) { "\($0.1) N" }
  }
}
