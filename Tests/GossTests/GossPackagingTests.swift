import Expectation
import Goss
import Host
import Source
import Sprig
import Support
import Testing

/// Whose packages count in an image that has the databases of several systems.
@Suite struct GossPackagingTests {
  private static let spec = """
    package:
      of-dpkg: {installed: true}
      of-apk: {installed: true}
      "-a": {installed: true}
      "--help": {installed: true}

    """

  /// Dpkg's and apk's, with the marks of distributions.
  private static func image(_ marks: [String]) -> MemoryImage {
    var image = MemoryImage()
    image.add(
      file: "/var/lib/dpkg/status",
      "Package: of-dpkg\nStatus: install ok installed\nVersion: 1\nArchitecture: all\n\n")
    image.add(file: "/lib/apk/db/installed", "P:of-apk\nV:1-r0\nA:x86_64\n\n")
    for mark in marks { image.add(file: "/etc/" + mark, "Ubuntu\n") }
    return image
  }

  @Test(arguments: [
    ("", ["debian_version"], ["of-dpkg"]), ("", ["alpine-release"], ["of-apk"]), ("", ["redhat-release"], []),
    ("", ["debian_version", "alpine-release"], ["of-apk"]),
    ("", ["lsb-release", "alpine-release"], ["of-dpkg"]),
    ("", [], ["of-apk", "of-dpkg"]), ("apk", ["debian_version"], ["of-apk"]),
    ("dpkg", ["alpine-release"], ["of-dpkg"]),
    ("rpm", ["debian_version"], []), ("pacman", [], []), ("deb", ["debian_version"], ["of-dpkg"]),
  ])
  func `the system that is chosen counts, or that of the distribution`(
    chosen: String, marks: [String], installed: [String]
  ) throws {
    let file = SourceFile(FileID("goss.yaml"), bytes: Array(Self.spec.utf8))
    let options = GossOptions(machine: .none, compatibility: .strict, packageManager: chosen)
    let outcomes = try GossFile.read(file, in: MemoryFileTree([:]), options).spec
      .outcomes(in: ImageSearch(Self.image(marks)), commands: [:])
    #expect(outcomes.count == 4)
    let passed = outcomes.filter { $0.verdict == .passed }.map(\.id)
    #expect(passed.count == installed.count, "\(passed)")
    #expect(installed.allSatisfy { name in passed.contains { $0.contains(name) } }, "\(passed)")
  }
}
