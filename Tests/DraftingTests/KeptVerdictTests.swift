import Drafting
import Expectation
import Goss
import Host
import Image
import Source
import Sprig
import StructureTest
import Support
import Testing

/// A test of container-structure-test keeps its verdict in our dialect, or is named as what cannot be expressed.
@Suite struct KeptVerdictTests {
  static let paths = [
    "/etc/hosts", "/etc/hostname", "/etc/resolv.conf", "/.dockerenv", "/etc/mtab", "/dev", "/dev/null",
    "/proc", "/sys", "/etc", "//etc//hosts", "/t/alpha.txt", "/t/alpha.txt/", "/t/alpha.txt/.", "/t", "/t/",
    "/link", "/link/", "/nope", "/nope/", "/data", "/srv", "/srv/data", "/app",
  ]
  static let tests =
    paths.flatMap { path in
      [
        "fileExistenceTests: [{name: n, path: \(path), shouldExist: true}]",
        "fileExistenceTests: [{name: n, path: \(path), shouldExist: false}]",
        "fileExistenceTests: [{name: n, path: \(path), uid: 0}]",
        "fileContentTests: [{name: n, path: \(path), excludedContents: [x]}]",
        """
        fileExistenceTests: [{name: n, path: \(path), shouldExist: false}]
        fileContentTests: [{name: n, path: \(path), excludedContents: [x]}]
        """,
      ].map { $0 + "\nmetadataTest: {volumes: [/data, /srv/data], workdir: /app}\n" }
    } + ["user: root", "user: app", "workdir: /", "workdir: /app"].map { "metadataTest: {\($0)}\n" }

  @Test(arguments: tests)
  func `Judged as before, or left out`(test: String) throws {
    let text = "schemaVersion: 2.0.0\n" + test
    let source = SourceFile(FileID("test.yaml"), bytes: Array(text.utf8))
    let options = GossOptions(machine: .none, compatibility: .mended)
    let draft = SpecReading.read(source, in: MemoryFileTree([:]), options).draft
    try #require(!draft.things.isEmpty)
    for dialect in [Outcome.Dialect.ovenproof, .cst] {
      let written = SpecWriter.text(of: draft, in: dialect)
      guard written.leftOut.isEmpty else {
        #expect(dialect == .ovenproof, "\(written.leftOut)")
        continue
      }
      for (name, image) in Self.images {
        let before = verdict(text, .cst, in: image)
        #expect(before == verdict(written.text, dialect, in: image), "\(name)\n\(written.text)")
      }
    }
  }

  private static var images: [(name: String, image: MemoryImage)] {
    var configuration = ImageConfiguration()
    configuration.volumes = ["/data", "/srv/data"]
    configuration.workingDirectory = "/app"
    var bare = MemoryImage()
    bare.configuration = .value(configuration)
    bare.add(file: "/t/alpha.txt", "alpha")
    bare.add(ImageEntry(path: "/link", kind: .symlink, mode: 0o777, target: "/t"))
    configuration.user = "root"
    var full = bare
    full.configuration = .value(configuration)
    full.add(file: "/etc/hosts", "127.0.0.1 localhost")
    full.add(ImageEntry(path: "/data", kind: .directory, mode: 0o755))
    return [("bare", bare), ("full", full)]
  }

  private func verdict(_ spec: String, _ dialect: Outcome.Dialect, in image: MemoryImage) -> Bool {
    let file = SourceFile(FileID("spec.yaml"), bytes: Array(spec.utf8))
    let spec: any Spec =
      dialect == .cst
      ? StructureTestFile.read(file, StructureTestSettings(.mended)).spec : SpecFile.read(file).spec
    return spec.outcomes(in: ImageSearch(image), commands: [:]).allSatisfy { $0.verdict.isGreen }
  }
}
