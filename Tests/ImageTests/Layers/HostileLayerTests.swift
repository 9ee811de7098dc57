import Host
import Image
import Source
import Support
import Testing

/// The hostile layers that were tried on other tools, and what becomes of each here.
@Suite struct HostileLayerTests {
  private static let needsRoot = Machine.runs(.engines, needing: "root", isThere: Machine.isRoot)

  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let entries: [Entry]
    /// What the refusal says, or nil where the layer is taken.
    let refusal: String?
    /// Paths that are there afterwards.
    let present: [String]

    init(_ name: String, _ entries: [Entry], refusal: String? = nil, present: [String] = []) {
      testDescription = name
      self.entries = entries
      self.refusal = refusal
      self.present = present
    }
  }

  static let cases: [Case] = [
    Case(
      "a path that climbs out", [.file("../../../tmp/ovenproof-hostile", "x")], refusal: "its path holds `..`"
    ),
    Case("a path with .. inside", [.folder("a"), .file("a/../f", "x")], refusal: "its path holds `..`"),
    Case(
      "an absolute path stays inside", [.file("/tmp/ovenproof-hostile", "x")],
      present: ["/tmp/ovenproof-hostile"]),
    Case(
      "a file through an absolute link stays inside",
      [.symlink("lnk", "/tmp"), .file("lnk/ovenproof-hostile", "x")],
      present: ["/tmp/ovenproof-hostile"]),
    Case(
      "a file through a climbing link stays inside",
      [.symlink("lnk", "../../../tmp"), .file("lnk/ovenproof-hostile", "x")],
      present: ["/tmp/ovenproof-hostile"]),
    Case(
      "a file through a circle of links", [.symlink("a", "b"), .symlink("b", "a"), .file("a/f", "x")],
      refusal: "it lies behind too many symbolic links"),
    Case(
      "a hard link that climbs out", [.hardLink("h", "../../etc/hostname")], refusal: "its path holds `..`"),
    Case(
      "a hard link to what the layer has not", [.hardLink("h", "/etc/hostname")],
      refusal: "it is a hard link to `/etc/hostname`, which the layer does not have before it"),
    Case(
      "a hard link to a link that leads out links the link",
      [.symlink("l", "/etc/passwd"), .hardLink("h", "l")],
      present: ["/h", "/l"]),
    Case(
      "a hard link through a link that leads out", [.symlink("l", "/etc"), .hardLink("h", "l/passwd")],
      refusal: "it is a hard link to `l/passwd`, which the layer does not have before it"),
    Case(
      "a hard link to a folder", [.folder("d"), .hardLink("h", "d")],
      refusal: "it is a hard link to a directory"),
    Case("a hard link to the root", [.hardLink("h", "/")], refusal: "it is a hard link to the root folder"),
    Case(
      "a hard link to itself", [.hardLink("h", "h")],
      refusal: "it is a hard link to `h`, which the layer does not have before it"),
    Case("a device is an entry, but is not made", [.device("mem", 1, 1)], present: ["/mem"]),
    Case(
      "a device that an overlay takes for a whiteout", [.device("x", 0, 0)],
      refusal: "a character device 0/0 would take files of other layers away"),
    Case("a whiteout of the folder itself", [.file(".wh..", "")], refusal: "it is a whiteout without a name"),
    Case(
      "a whiteout of the folder above", [.folder("d"), .file("d/.wh...", "")],
      refusal: "it is a whiteout without a name"),
    Case("a whiteout that climbs out", [.file("../.wh.x", "")], refusal: "its path holds `..`"),
    Case("a whiteout without a name", [.file(".wh.", "")], refusal: "it is a whiteout without a name"),
    Case("a file below a whiteout", [.file(".wh.d/f", "")], refusal: "it lies below a whiteout"),
    Case("a whiteout of nothing", [.file(".wh.absent", "")]),
    Case("a file and its whiteout", [.file("f2", "x"), .file(".wh.f2", "")], present: ["/f2"]),
    Case("a whiteout and its file", [.file(".wh.f2", ""), .file("f2", "x")], present: ["/f2"]),
    Case(
      "an opaque mark behind the children",
      [.folder("d"), .file("d/a", "x"), .file("d/.wh..wh..opq", "")], present: ["/d/a"]),
    Case(
      "what AUFS left", [.folder(".wh..wh.plnk"), .file(".wh..wh.plnk/1.2", "x"), .file(".wh..wh.aufs", "")]),
    Case("a name twice", [.file("f", "1"), .file("f", "2")], refusal: "the layer has that path twice"),
    Case(
      "a name twice, spelt apart", [.file("f", "1"), .file("./f", "2")],
      refusal: "the layer has that path twice"),
    Case("a folder twice", [.folder("d"), .folder("./d/", mode: 0o700)], present: ["/d"]),
    Case(
      "a link over a folder of the same layer", [.folder("d"), .symlink("d", "/tmp")],
      refusal: "the layer has that path twice"),
    Case(
      "a file through a file", [.file("f", "x"), .file("f/g", "x")],
      refusal: "`f` is not a directory in the same layer"),
    Case(
      "a file over its folder", [.file("f/g", "x"), .file("f", "x")], refusal: "the layer has that path twice"
    ),
    Case("a link over a folder of the base", [.symlink("bin", "/tmp")], present: ["/bin"]),
    Case("the root as a file", [.file(".", "x")], refusal: "it stands for the root folder, but is none"),
    Case(
      "the root as a link", [.symlink("./", "/tmp")], refusal: "it stands for the root folder, but is none"),
    Case("the root opaque", [.file(".wh..wh..opq", ""), .file("only", "x")], present: ["/only"]),
    Case(
      "a name too long", [.file(String(repeating: "n", count: 256), "x")],
      refusal: "a part of its path is longer than 255 bytes"),
    Case(
      "a path too long",
      [.file(String(repeating: "nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn/", count: 200) + "f", "x")],
      refusal: "its path is longer than 4095 bytes"),
    Case(
      "a path too long, of slashes", [.file(String(repeating: "/", count: 1_000_000) + "f", "x")],
      refusal: "its path is longer than 4095 bytes"),
    Case(
      "a path too long, of dots", [.file(String(repeating: "./", count: 400_000) + "f", "x")],
      refusal: "its path is longer than 4095 bytes"),
    Case(
      "a path too long and too deep", [.file(String(repeating: "a/", count: 500_000) + "f", "x")],
      refusal: "its path is longer than 4095 bytes"),
    Case(
      "a target too long", [.file("f", "x"), .hardLink("h", String(repeating: "./", count: 400_000) + "f")],
      refusal: "its path is longer than 4095 bytes"),
    Case(
      "a target that is long and absent", [.hardLink("h", String(repeating: "dddddddd/", count: 100) + "f")],
      refusal:
        "it is a hard link to `\(String(repeating: "dddddddd/", count: 28))ddd… (901 bytes)`, which the layer does not have before it"
    ),
    Case(
      "folders too deep", [.file(String(repeating: "d/", count: 300) + "f", "x")],
      refusal: "it lies more than 256 folders deep"),
    Case(
      "a link without a target", [.symlink("l", "")], refusal: "it is a symbolic link without a fit target"),
    Case(
      "an overlay's mark as an attribute is not unpacked",
      [
        .make("d", .directory) {
          $0.attributes = [ExtendedAttribute("trusted.overlay.redirect", Array("/etc".utf8))]
        }
      ],
      present: ["/d"]),
    Case(
      "setuid, setgid and sticky", [.file("s", "x", mode: 0o6755), .folder("t", mode: 0o1777)],
      present: ["/s", "/t"]),
  ]

  private static let base: [Entry] = [
    .folder("./"), .folder("bin"), .file("bin/sh", "#!"), .folder("etc"), .file("etc/passwd", "root"),
    .folder("tmp", mode: 0o1777), .folder("d"), .file("d/base", "x"),
  ]

  @Test(arguments: cases) func aHostileLayerIsRefusedOrKeptInside(_ example: Case) async throws {
    try await Scratch.with { scratch in
      if let refusal = example.refusal {
        #expect { try scratch.store.addImage([Self.base, example.entries]) } throws: { error in
          guard let error = error as? ImageError else { return false }
          return error.kind == .malformed && error.message.hasSuffix("is refused: " + refusal)
            && error.message.utf8.count < 1000
        }
        #expect(try scratch.store.images().isEmpty)
      } else {
        let image = try scratch.store.addImage([Self.base, example.entries])
        let view = try scratch.store.view(image)
        for path in example.present { #expect(try view.entry(at: path).value != nil, "\(path) is there") }
      }
    }
  }

  @Test(.enabled(if: needsRoot), arguments: cases.filter { $0.refusal == nil })
  func whatIsTakenIsUnpackedInsideTheRootAlone(_ example: Case) async throws {
    try await Scratch.with { scratch in
      try await scratch.shell("mkdir guard && touch guard/f")
      let before = try await scratch.shell("ls -d /tmp/ovenproof-hostile 2>/dev/null || true; ls guard")
      let image = try scratch.store.addImage([Self.base, example.entries])
      let folders = try scratch.store.unpackedLayers(of: image)
      let hidesBase = example.entries.contains { $0.entry.name == Array(".wh..wh..opq".utf8) }
      #expect(folders.count == (hidesBase ? 1 : 2))
      let after = try await scratch.shell("ls -d /tmp/ovenproof-hostile 2>/dev/null || true; ls guard")
      #expect(before == after)
      #expect(
        try await scratch.shell("find cache/layers -type c ! -name absent ! -name d -o -name 'staged*'") == ""
      )
    }
  }
}
