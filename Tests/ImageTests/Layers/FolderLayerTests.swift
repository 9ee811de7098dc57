import Host
import Image
import Source
import Support
import Testing

@Suite struct FolderLayerTests {
  private static let needsRoot = Machine.runs(.engines, needing: "root", isThere: Machine.isRoot)

  private func names(_ bytes: [UInt8]) throws -> [String] {
    var reader = TarReader(ArraySource(bytes), named: "layer")
    var names: [String] = []
    while let entry = try reader.next() { names.append(entry.shownName) }
    return names
  }

  private func tar(_ folder: String, _ change: (inout FolderLayerWriter) -> Void = { _ in }) throws -> [UInt8]
  {
    let sink = ArraySink()
    var writer = FolderLayerWriter(marks: .overlay)
    change(&writer)
    _ = try writer.write(folder, to: sink)
    return sink.bytes
  }

  @Test func entriesComeInByteOrderWithParentsFirst() async throws {
    try await Scratch.with { scratch in
      try await scratch.shell(
        "mkdir -p u/a u/a-b; echo x > u/a/f; echo y > u/a.txt; ln u/a/f u/z; ln -s f u/a/l; mkfifo u/p")
      let bytes = try tar(scratch.path + "/u")
      #expect(try names(bytes) == ["a/", "a/f", "a/l", "a-b/", "a.txt", "p", "z"])
      var reader = TarReader(ArraySource(bytes), named: "layer")
      while let entry = try reader.next() {
        if entry.shownName == "z" {
          #expect(entry.kind == .hardLink)
          #expect(entry.link == Array("a/f".utf8))
        }
      }
    }
  }

  @Test func realTarAgrees() async throws {
    try await Scratch.with { scratch in
      try await scratch.shell(
        "mkdir -p u/d; head -c 3000 /dev/zero > u/d/zeros; echo hi > u/hi; chmod 4711 u/hi; ln -s hi u/l; touch -d @-5 u/d/zeros"
      )
      _ = try scratch.file("layer.tar", try tar(scratch.path + "/u"))
      try await scratch.shell("mkdir out; tar -xpf layer.tar -C out; diff -r u out")
      let list =
        "find . ! -path . -printf '%p %y %m %U %G %s %T@ %l\\n' | sed -E 's/\\.[0-9]{10}//' | grep -v '^./d d' | sort"
      #expect(try await scratch.shell("cd u; \(list)") == scratch.shell("cd out; \(list)"))
    }
  }

  @Test func timesAreClampedAndEqualTreesGiveEqualBytes() async throws {
    try await Scratch.with { scratch in
      try await scratch.shell("mkdir -p u/a v/a; echo x > u/a/f; sleep 1.1; echo x > v/a/f")
      #expect(try tar(scratch.path + "/u") != tar(scratch.path + "/v"))
      let first = try tar(scratch.path + "/u") { $0.latestModification = 1_700_000_000 }
      #expect(try first == tar(scratch.path + "/v") { $0.latestModification = 1_700_000_000 })
    }
  }

  @Test func whatIsLeftOutTakesItsNeedlessFolderAlong() async throws {
    try await Scratch.with { scratch in
      let base = try scratch.store.view(scratch.store.addImage([[.folder("etc", mode: 0o755)]]))
      try await scratch.shell("mkdir -p u/etc u/proc u/keep; chmod 755 u/etc; touch u/etc/resolv.conf")
      let options: (inout FolderLayerWriter) -> Void = {
        $0.excluded = ["/proc", "/etc/resolv.conf"]
        $0.base = base
      }
      #expect(try names(try tar(scratch.path + "/u", options)) == ["keep/"])
      try await scratch.shell("echo x > u/etc/own")
      #expect(try names(try tar(scratch.path + "/u", options)) == ["etc/", "etc/own", "keep/"])
      try await scratch.shell("rm u/etc/own; chmod 700 u/etc")
      #expect(try names(try tar(scratch.path + "/u", options)) == ["etc/", "keep/"])
    }
  }

  @Test func noChangeGivesNoLayer() async throws {
    try await Scratch.with { scratch in
      try await scratch.shell("mkdir u")
      #expect(
        try scratch.store.addLayer(FolderLayerWriter(marks: .overlay), folder: scratch.path + "/u") == nil)
    }
  }

  @Test func aFileThatWouldTakeAnotherAwayIsRefused() async throws {
    try await Scratch.with { scratch in
      try await scratch.shell("mkdir u; touch u/.wh.x")
      #expect(throws: ImageError.self) { try tar(scratch.path + "/u") }
    }
  }

  @Test(.enabled(if: needsRoot)) func theMarksOfAnOverlayBecomeWhiteouts() async throws {
    try await Scratch.with { scratch in
      try await scratch.shell(
        "mkdir -p u/d/o; mknod u/gone c 0 0; mknod u/d/null c 1 3; touch u/d/o/f; mkdir u/d/s;"
          + "python3 -c \"import os,socket; os.setxattr('u/d/o','trusted.overlay.opaque',b'y'); socket.socket(socket.AF_UNIX).bind('u/d/s/sock')\""
      )
      #expect(
        try names(try tar(scratch.path + "/u")) == [
          "d/", "d/null", "d/o/", "d/o/.wh..wh..opq", "d/o/f", "d/s/", ".wh.gone",
        ])
    }
  }

  @Test(.enabled(if: needsRoot)) func capabilitiesAndOwnAttributesTravelAndOthersStay() async throws {
    try await Scratch.with { scratch in
      try await scratch.shell(
        "mkdir u; touch u/f; python3 -c \"import os; [os.setxattr('u/f',n,v) for n,v in (('user.a',b'1\\n\\0'),('trusted.x',b'2'),('user.overlay.origin',b'3'),('security.capability',bytes.fromhex('0100000200200000000000000000000000000000')))]\""
      )
      var reader = TarReader(ArraySource(try tar(scratch.path + "/u")), named: "layer")
      let attributes = try reader.next()?.attributes ?? []
      #expect(attributes.map(\.name) == ["security.capability", "user.a"])
      #expect(attributes.last?.value == [0x31, 0x0A, 0])
    }
  }

  /// What the image's view says, too; the kernel takes no notice of such a mark.
  @Test(.enabled(if: needsRoot)) func anOpaqueRootLeavesNothingOfTheLayersBelow() async throws {
    try await Scratch.with { scratch in
      let image = try scratch.store.addImage([
        [.folder("d"), .file("d/below"), .file("other")],
        [.file(".wh..wh..opq"), .folder("d"), .file("d/above")],
      ])
      let view = try scratch.store.view(image)
      #expect(try view.entry(at: "/other").value == nil && view.entry(at: "/d/below").value == nil)
      let folders = try scratch.store.unpackedLayers(of: image)
      #expect(folders.count == 1)
      try await scratch.shell("mkdir tree")
      try scratch.store.unpackTree(of: image, into: scratch.path + "/tree")
      #expect(try await scratch.shell("cd tree && find . | sort") == ".\n./d\n./d/above\n")
    }
  }

  /// The whole way round: layers unpacked, mounted, changed, and the change written as a layer that reads the same.
  @Test(.enabled(if: needsRoot)) func aChangeOnAnOverlayComesBackAsALayer() async throws {
    try await Scratch.with { scratch in
      let store = scratch.store
      let base = try store.addImage([
        [
          .folder("./"), .folder("a"), .file("a/one", "1"), .file("a/two", "2"), .folder("b"),
          .file("b/x", "x"), .file("s", "s", mode: 0o4755),
        ],
        [.file("a/.wh.one"), .folder("b"), .file("b/.wh..wh..opq"), .file("b/y", "y")],
      ])
      let lower = try store.unpackedLayers(of: base).joined(separator: ":")
      #expect(try store.unpackedLayers(of: base).joined(separator: ":") == lower)
      try await scratch.shell(
        "mkdir u w m; mount -t overlay overlay -o redirect_dir=off,metacopy=off,index=off,lowerdir=\(lower),upperdir=u,workdir=w m"
      )
      let seen = try await scratch.shell("cd m; find . ! -path . -printf '%p %y %m\\n' | LC_ALL=C sort")
      #expect(seen == "./a d 755\n./a/two f 644\n./b d 755\n./b/y f 644\n./s f 4755\n")
      try await scratch.shell(
        "cd m; rm -r b; mkdir b; echo new > b/new; rm a/two; echo 3 > a/three; cd ..; umount m")
      let layer = try store.addLayer(FolderLayerWriter(marks: .overlay), folder: scratch.path + "/u")
      let image = try store.commit(onto: base, layer: layer, configuration: base.configuration, as: nil)
      let paths = try store.view(image).entries(under: "/").value?.map(\.path)
      #expect(paths == ["/a", "/a/three", "/b", "/b/new", "/s"])
    }
  }
}
