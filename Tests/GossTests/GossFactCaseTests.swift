import Expectation
import Goss
import Host
import Image
import Source
import Sprig
import Support
import Testing

/// What goss finds in odd images, recorded with goss, rpm, dpkg and systemd themselves.
struct GossFactCaseTests {
  @Test(arguments: try GossFactCase.all())
  func `says what goss said`(_ example: GossFactCase) throws {
    let said = try Disk(workingDirectory: "/").read(example.path("goss.txt"), limit: 1 << 20)
    let ours = try example.strict()
    #expect(Array(ours.utf8) == said, "\(ours)")
  }

  @Test(arguments: try GossFactCase.all())
  func `judges as the file means it`(_ example: GossFactCase) throws {
    try Golden.expect(try example.mended(), at: example.path("verify.txt"))
  }

  /// `Fixtures/goss/systemd`: `enabled.txt` is what systemd 252 said of the units in `tree.txt`.
  @Test func `units are enabled that systemd calls so`() throws {
    let disk = Disk(workingDirectory: Repository.fixture("goss/systemd"))
    let image = ImageSearch(try ImageDescription.image("tree.txt", in: disk))
    let lines = String(decoding: try disk.read("enabled.txt", limit: 1 << 16), as: UTF8.self).split(
      separator: "\n")
    try #require(lines.count > 100)
    for line in lines {
      let words = line.split(separator: " ")
      let text = "service: {\"\(words[0])\": {enabled: true}}"
      #expect(try Self.verdicts(text, image) == [words[1] == "enabled" ? .passed : .failed], "\(words[0])")
    }
  }

  @Test(arguments: [("252.39-1", Outcome.Verdict.passed), ("254.5-1", .failed), ("", .failed)])
  func `what upholds a unit is known from systemd 254 on`(_ version: String, _ verdict: Outcome.Verdict)
    throws
  {
    var image = MemoryImage()
    image.add(file: "/usr/bin/systemctl", mode: 0o755, "")
    image.add(file: "/usr/lib/systemd/system/a.service", "[Install]\nUpheldBy=b.service\n")
    if !version.isEmpty {
      image.add(
        file: "/var/lib/dpkg/status",
        "Package: systemd\nStatus: install ok installed\nArchitecture: amd64\nVersion: \(version)\n")
    }
    #expect(try Self.verdicts("service: {a: {enabled: true}}", ImageSearch(image)) == [verdict])
  }

  /// A file below `sysctl.d`, or what leads to one.
  struct Setting: Sendable, CustomTestStringConvertible {
    let files: [(path: String, text: String)]
    let value: String?

    var testDescription: String { files.map(\.path).joined(separator: ", ") }
  }

  @Test(arguments: [
    Setting(files: [("/usr/lib/sysctl.d/50-a.conf", "a.b = 1\n")], value: "1"),
    Setting(
      files: [("/usr/lib/sysctl.d/50-a.conf", "a.b = 1\n"), ("/etc/sysctl.d/50-a.conf", "-> /dev/null")],
      value: nil),
    Setting(files: [("/etc/sysctl.d/a.conf", "; x\r\na.b = 1\r\na.c = 2\r\n")], value: "1"),
    Setting(
      files: [("/etc/sysctl.d/a.conf", "-> ../x/y"), ("/etc/x/y", "a/b=3")], value: "3"),
    Setting(
      files: [("/usr/lib/sysctl.d/a.conf", "a.b=1"), ("/etc/sysctl.d/a.conf", "-> nowhere")], value: "1"),
    Setting(files: [("/etc/sysctl.d/sub/a.conf", "a.b=1")], value: nil),
    Setting(files: [("/etc/sysctl.d/a.conf", "a.b=1"), ("/etc/sysctl.conf", "a.b=2")], value: "2"),
    Setting(
      files: [
        ("/usr/lib/systemd/systemd-sysctl", ""), ("/etc/sysctl.d/a.conf", "a.b=1"),
        ("/etc/sysctl.conf", "a.b=2"),
      ], value: "1"),
    Setting(
      files: [
        ("/usr/lib/systemd/systemd-sysctl", ""), ("/etc/sysctl.d/99-sysctl.conf", "-> ../sysctl.conf"),
        ("/etc/sysctl.conf", "a.b=2"),
      ], value: "2"),
  ])
  func `parameters are set as systemd-sysctl would`(_ setting: Setting) throws {
    var image = MemoryImage()
    for (path, text) in setting.files {
      if text.hasPrefix("-> ") {
        image.add(ImageEntry(path: path, kind: .symlink, mode: 0o777, target: String(text.dropFirst(3))))
      } else {
        image.add(file: path, text)
      }
    }
    let text = "kernel-param: {a.b: {value: \"\(setting.value ?? "")\"}}"
    #expect(try Self.verdicts(text, ImageSearch(image)) == [setting.value == nil ? .undecided : .passed])
  }

  private static func verdicts(_ text: String, _ image: ImageSearch) throws -> [Outcome.Verdict] {
    let file = SourceFile(FileID("goss.yaml"), bytes: Array(text.utf8))
    let options = GossOptions(machine: .none, compatibility: .strict)
    return try GossFile.read(file, in: MemoryFileTree([:]), options).spec.outcomes(in: image, commands: [:])
      .map(\.verdict)
  }
}
