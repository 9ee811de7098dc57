import Expectation
import Goss
import Host
import Image
import Source
import Sprig
import Support
import Testing

/// What an image cannot tell is never taken for something that is not there.
struct ToldImageTests {
  /// A goss file whose every assertion would hold if nothing were there, and the path that matters.
  struct Case: Sendable, CustomTestStringConvertible {
    let path: String
    let text: String

    init(_ path: String, _ text: String) {
      self.path = path
      self.text = text
    }

    var testDescription: String { "\(path): \(text)" }
  }

  private static let cases = [
    Case("/opt/a", "file: {/opt/a: {exists: false}}"),
    Case("/opt", "file: {/opt/a/b: {exists: false, contents: [x]}}"),
    Case("/opt/a", "file: {/link: {exists: true, contents: [\"!x\"]}}"),
    Case("/etc/passwd", "file: {~nobody/x: {exists: false}}"),
    Case("/etc/passwd", "file: {/etc: {exists: true, owner: {not: x}}}"),
    Case("/etc/passwd", "user: {nobody: {exists: false}}"),
    Case("/etc/group", "group: {staff: {exists: false}}"),
    Case("/var/lib/dpkg/status", "package: {vim: {installed: false, versions: []}}"),
    Case("/var/lib/dpkg/status.d", "package: {vim: {installed: false}}"),
    Case("/var/lib/pacman/local", "package: {vim: {installed: false}}"),
    Case("/usr/bin/systemctl", "service: {cron: {enabled: false, runlevels: []}}"),
    Case("/etc/lsb-release", "service: {cron: {enabled: false}}"),
    Case("/etc/alpine-release", "service: {cron: {enabled: false}}"),
    Case("/etc", "service: {cron: {enabled: false}}"),
    Case("/etc/sysctl.d", "kernel-param: {a.b: {value: \"\"}}"),
    Case("/etc/sysctl.conf", "kernel-param: {a.b: {value: \"\"}}"),
  ]

  @Test(arguments: cases, [Compatibility.strict, .mended])
  func `leaves open what it cannot tell`(_ example: Case, _ compatibility: Compatibility) throws {
    let outcomes = try outcomes(example, .unknown, compatibility)
    let last = try #require(outcomes.last)
    #expect(last.verdict == .undecided, "\(outcomes.map(\.verdict))")
    #expect(last.message == "cannot tell: the build may change it")
  }

  @Test(arguments: cases, [Compatibility.strict, .mended])
  func `says what cannot be read`(_ example: Case, _ compatibility: Compatibility) throws {
    let outcomes = try outcomes(example, .broken, compatibility)
    #expect(outcomes.contains { $0.verdict == .error && $0.message == "the layer is broken" })
    #expect(!outcomes.contains { $0.verdict == .notApplicable }, "\(outcomes.map(\.verdict))")
  }

  @Test func `systemd's links are asked as well`() throws {
    let example = Case("/etc/systemd", "service: {cron: {enabled: false}}")
    var image = MemoryImage()
    image.add(file: "/usr/bin/systemctl", mode: 0o755, "")
    image.add(file: "/usr/lib/systemd/system/cron.service", "[Install]\nWantedBy=multi-user.target\n")
    let outcomes = try outcomes(example, .unknown, .strict, in: image)
    #expect(outcomes.map(\.verdict) == [.undecided])
  }

  /// Larger than is read, whatever it holds.
  @Test func `a file that is too large is no empty one`() throws {
    var image = MemoryImage()
    image.add(ImageEntry(path: "/big", kind: .file, mode: 0o644, size: 1 << 40))
    let example = Case("/none", "file: {/big: {exists: true, contents: [\"!x\"], sha256: {not: x}}}")
    let outcomes = try outcomes(example, .unknown, .mended, in: image)
    #expect(outcomes.map(\.verdict) == [.passed, .error, .error])
    #expect(outcomes.allSatisfy { $0.verdict == .passed || $0.message.contains("larger than 256 MiB") })
  }

  private func outcomes(
    _ example: Case, _ gap: PartlyToldImage.Gap, _ compatibility: Compatibility,
    in whole: MemoryImage? = nil
  ) throws -> [Outcome] {
    var image = whole ?? MemoryImage()
    if whole == nil {
      image.add(file: "/etc/passwd", "root:x:0:0::/root:/bin/sh\n")
      image.add(file: "/opt/b", "")
      image.add(ImageEntry(path: "/link", kind: .symlink, mode: 0o777, target: "opt/a"))
    }
    let file = SourceFile(FileID("goss.yaml"), bytes: Array(example.text.utf8))
    let options = GossOptions(machine: .none, compatibility: compatibility)
    let spec = try GossFile.read(file, in: MemoryFileTree([:]), options).spec
    let view = PartlyToldImage(image: image, path: example.path, gap: gap)
    return spec.outcomes(in: ImageSearch(view), commands: [:])
  }
}
