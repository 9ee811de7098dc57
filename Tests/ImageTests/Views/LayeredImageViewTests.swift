import Host
import Image
import Source
import Testing

@Suite struct LayeredImageViewTests {
  private static let layers: [[Entry]] = [
    [
      .folder("./", mode: 0o755), .folder("usr"), .folder("usr/bin"),
      .file("usr/bin/sh", "shell", mode: 0o755),
      .symlink("bin", "usr/bin"), .folder("etc", mode: 0o750), .file("etc/passwd", "root:x:0:0\n"),
      .file("etc/shadow", "secret", mode: 0o640), .folder("opt"), .folder("opt/old"), .file("opt/old/a", "a"),
      .file("opt/old/b", "b"), .folder("srv"), .file("srv/data", "1"), .folder("srv-x"),
      .file("srv-x/f", "2"),
      .symlink("loop", "loop"), .symlink("up", "../../../etc/passwd"), .hardLink("etc/passwd-", "etc/passwd"),
    ],
    [
      .file("etc/.wh.shadow"), .file("etc/passwd", "root:x:0:0\ngreeter:x:1:1\n"), .folder("opt/old"),
      .file("opt/old/.wh..wh..opq"), .file("opt/old/new", "new"), .file("srv", "a file now"),
      .symlink("etc/alternative", "/etc/passwd"),
    ],
    [.file("etc/motd", "hello"), .file(".wh.srv-x")],
  ]

  private func onView(_ test: (LayeredImageView) throws -> Void) async throws {
    try await Scratch.with { scratch in
      try test(try scratch.store.view(try scratch.store.addImage(Self.layers)))
    }
  }

  private func text(_ view: LayeredImageView, _ path: String) throws -> String? {
    try view.read(path, limit: 1000).value.map { String(decoding: $0, as: UTF8.self) }
  }

  @Test func theUppermostContentIsRead() async throws {
    try await onView { (view: LayeredImageView) throws in
      #expect(try text(view, "/etc/passwd") == "root:x:0:0\ngreeter:x:1:1\n")
      #expect(try text(view, "/etc/passwd-") == "root:x:0:0\n")
      #expect(try text(view, "/etc/motd") == "hello")
    }
  }

  @Test func linksAreFollowedInsideTheRoot() async throws {
    try await onView { (view: LayeredImageView) throws in
      #expect(try text(view, "/bin/sh") == "shell")
      #expect(try text(view, "/up") == "root:x:0:0\ngreeter:x:1:1\n")
      #expect(try text(view, "/../etc/./alternative") == "root:x:0:0\ngreeter:x:1:1\n")
      #expect(try view.entry(at: "/bin").value?.target == "usr/bin")
      #expect(try view.entry(at: "/bin/sh").value?.path == "/bin/sh")
    }
  }

  @Test(arguments: [
    "/etc/shadow", "/opt/old/a", "/srv/data", "/srv-x", "/srv-x/f", "/loop/x", "/etc/passwd/x", "/absent",
  ])
  func whatIsHiddenIsAbsent(_ path: String) async throws {
    try await onView { (view: LayeredImageView) throws in #expect(try view.entry(at: path) == .absent) }
  }

  @Test func aCircleOfLinksHasNoContent() async throws {
    try await onView { (view: LayeredImageView) throws in
      #expect(try view.read("/loop", limit: 10) == .absent)
      #expect(try view.entry(at: "/loop").value?.kind == .symlink)
    }
  }

  @Test func aFolderThatIsOnlyImpliedKeepsItsLooks() async throws {
    try await onView { (view: LayeredImageView) throws in
      #expect(try view.entry(at: "/etc").value?.mode == 0o750)
      #expect(try view.entries(under: "/").value?.filter { $0.path == "/etc" }.map(\.mode) == [0o750])
    }
  }

  @Test func aListingHoldsWhatShowsInByteOrder() async throws {
    try await onView { (view: LayeredImageView) throws in
      #expect(
        try view.entries(under: "/").value?.map(\.path) == [
          "/bin", "/etc", "/etc/alternative", "/etc/motd", "/etc/passwd", "/etc/passwd-", "/loop", "/opt",
          "/opt/old",
          "/opt/old/new", "/srv", "/up", "/usr", "/usr/bin", "/usr/bin/sh",
        ])
      #expect(try view.entries(under: "/bin").value?.map(\.path) == ["/bin/sh"])
      #expect(try view.entries(under: "/etc/motd").value?.isEmpty == true)
      #expect(try view.entries(under: "/absent") == .absent)
    }
  }

  @Test func everyListedEntryIsFoundAlone() async throws {
    try await onView { (view: LayeredImageView) throws in
      for entry in try view.entries(under: "/").value ?? [] {
        #expect(try view.entry(at: entry.path) == .value(entry))
      }
    }
  }

  @Test func theLayerOfAPathIsTold() async throws {
    try await onView { (view: LayeredImageView) throws in
      #expect(try view.layer(of: "/usr/bin/sh") == 0)
      #expect(try view.layer(of: "/etc/passwd") == 1)
      #expect(try view.layer(of: "/etc/motd") == 2)
      #expect(try view.layer(of: "/srv-x") == nil)
    }
  }

  @Test func whatIsNoFileOrTooLargeIsNotRead() async throws {
    try await onView { (view: LayeredImageView) throws in
      #expect(throws: ImageError.self) { try view.read("/etc", limit: 100) }
      #expect(throws: ImageError.self) { try view.read("/etc/passwd", limit: 5) }
    }
  }

  @Test func aRemovedAndImpliedFolderStaysNew() async throws {
    try await Scratch.with { scratch in
      let image = try scratch.store.addImage([
        [.folder("a", mode: 0o700), .file("a/old", "x")], [.file(".wh.a")], [.file("a/new", "y")],
      ])
      let view = try scratch.store.view(image)
      #expect(try view.entries(under: "/").value?.map(\.path) == ["/a", "/a/new"])
      #expect(try view.entry(at: "/a").value?.mode == 0o755)
    }
  }

  @Test func eachNameOfAFileLooksAsTheLastHeaderSays() async throws {
    let capability = ExtendedAttribute("security.capability", [1])
    try await Scratch.with { scratch in
      let layer: [Entry] = [
        .make("a", .file, content: "x") {
          $0.mode = 0o600
          $0.attributes = [capability, ExtendedAttribute("user.a", [2])]
        },
        .make("b", .hardLink) {
          $0.link = Array("a".utf8)
          $0.mode = 0o755
        },
        .make("c", .hardLink) {
          $0.link = Array("b".utf8)
          $0.mode = 0o4755
          $0.owner = 7
        },
        .symlink("l", "a"),
        .make("m", .hardLink) {
          $0.link = Array("l".utf8)
          $0.mode = 0o4755
          $0.owner = 8
        },
      ]
      let view = try scratch.store.view(try scratch.store.addImage([layer]))
      for path in ["/a", "/b", "/c"] {
        let entry = try #require(try view.entry(at: path).value)
        #expect((entry.mode, entry.owner) == (0o4755, 7))
        #expect(Array(entry.extendedAttributes.keys) == ["user.a"])
        #expect(try text(view, path) == "x")
      }
      #expect(try view.entry(at: "/l").value?.owner == 8)
      #expect(try view.entry(at: "/l").value?.mode == 0o644)
    }
  }

  /// Only in headers of the oldest form does a slash make a folder.
  @Test func aRegularFileWithASlashBehindItsNameIsAFile() async throws {
    try await Scratch.with { scratch in
      let view = try scratch.store.view(try scratch.store.addImage([[.file("e/", "x", mode: 0o4755)]]))
      let entry = try #require(try view.entry(at: "/e").value)
      #expect((entry.kind, entry.mode) == (.file, 0o4755))
    }
  }
}
