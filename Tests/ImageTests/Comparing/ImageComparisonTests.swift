import DataSyntax
import Host
import Image
import Source
import Testing

@Suite struct ImageComparisonTests {
  private static let base: [Entry] = [
    .folder("etc"), .file("etc/motd", "one\ntwo\n"), .file("etc/gone", "x"), .file("etc/kept", "kept"),
    .file("etc/same-size", "abcd"), .symlink("etc/link", "motd"), .folder("opt"), .file("opt/tree", "t"),
    .device("etc/node", 1, 3),
  ]

  private func differences(
    _ a: [[Entry]], _ b: [[Entry]], times: ImageComparison.Times = .ignored
  ) async throws -> [EntryDifference] {
    var found: [EntryDifference] = []
    try await Scratch.with { scratch in
      let one = try scratch.store.view(try scratch.store.addImage(a))
      let other = try scratch.store.view(try scratch.store.addImage(b))
      try ImageComparison(one, other, times: times).entries { found.append($0) }
    }
    return found
  }

  @Test func equalImagesDoNotDiffer() async throws {
    #expect(try await differences([Self.base], [Self.base]).isEmpty)
    // The same files, spread over layers in another way.
    let spread = [Self.base.dropLast(3), Self.base.suffix(3)].map { Array($0) }
    #expect(try await differences([Self.base], spread).isEmpty)
  }

  @Test func everyKindOfChangeIsToldWithItsLayer() async throws {
    let change: [Entry] = [
      .file("etc/motd", "one\n2\n", mode: 0o600), .file("etc/.wh.gone"), .file("etc/same-size", "abXd"),
      .symlink("etc/link", "kept"), .file("opt/.wh..wh..opq"), .file("new", "n"), .device("etc/node", 1, 5),
      Entry.make("etc/kept", .directory) { $0.owner = 7 },
    ]
    let found = try await differences([Self.base], [Self.base, change])
    let words = found.map { difference in
      let what = difference.a == nil ? "+" : difference.b == nil ? "-" : "~"
      let attributes = difference.attributes.map(\.rawValue).joined(separator: ",")
      let layer = difference.layer.map { "\($0.side.rawValue)\($0.number)" } ?? "?"
      return "\(what) \(difference.path) \(attributes) \(layer)"
    }
    #expect(
      words == [
        "- /etc/gone  b2", "~ /etc/kept type,owner b2", "~ /etc/link link-target b2",
        "~ /etc/motd mode,size,content b2", "~ /etc/node device b2", "~ /etc/same-size content b2",
        "+ /new  b2", "- /opt/tree  b2",
      ])
    let text = String(decoding: found[3].textDifference, as: UTF8.self)
    #expect(text == "--- /etc/motd\n+++ /etc/motd\n@@ -1,2 +1,2 @@\n one\n-two\n+2\n")
  }

  @Test func timesCountOnlyWhereAskedFor() async throws {
    let later = Entry.make("etc/kept", .file, content: "kept") { $0.modified = 99 }
    let other = Self.base.filter { $0.entry.shownName != "etc/kept" } + [later]
    #expect(try await differences([Self.base], [other]).isEmpty)
    let found = try await differences([Self.base], [other], times: .compared)
    #expect(found.map(\.path) == ["/etc/kept"])
    #expect(found.first?.attributes == [.modified])
  }

  @Test func aFolderIsComparedWithLayers() async throws {
    try await Scratch.with { scratch in
      try await scratch.shell(
        "mkdir -p root/etc; echo one >root/etc/a; echo two >root/etc/b; chmod 755 root root/etc")
      let folder = try FolderImageView(scratch.path + "/root", reference: "root")
      let image = try scratch.store.addImage([
        [.folder("./"), .folder("etc"), .file("etc/a", "one\n"), .file("etc/b", "2wo\n")]
      ])
      var found: [String] = []
      try ImageComparison(folder, try scratch.store.view(image)).entries { found.append($0.path) }
      #expect(found == ["/etc/b"])
    }
  }

  @Test func largeContentsAreComparedToTheirEnds() async throws {
    let large = String(repeating: "0123456789abcdef", count: 60_000)
    let other = large.dropLast() + "X"
    let found = try await differences([[.file("big", large)]], [[.file("big", String(other))]])
    #expect(found.map(\.attributes) == [[.content]])
    #expect(found.first?.textDifference == [])
  }

  @Test(arguments: [
    ("password = hunter2 and more", "password = *****"),
    (#"{"api_key": "abc\"def", "user": "me"}"#, #"{"api_key": "*****", "user": "me"}"#),
    ("login me password hunter2 port 1", "login me password ***** port 1"),
    ("root:$6$salt$0123456789abcdefghijklmnop:1:2:", "root:*****:1:2:"),
    ("key AKIAABCDEFGHIJKLMNOP end", "key ***** end"), ("password_file = /etc/pw", "password_file = /etc/pw"),
    ("plain text\nDB_PASSWORD=x1\nend\n", "plain text\nDB_PASSWORD=*****\nend\n"),
  ])
  func secretsAreMasked(_ text: String, _ masked: String) {
    #expect(String(decoding: MaskedText.masking(Array(text.utf8)), as: UTF8.self) == masked)
  }

  @Test func settingsAreComparedOneByOne() throws {
    var a = ImageConfiguration()
    a.environment = ["PATH=/bin", "OLD=1", "DB_PASSWORD=first-one"]
    a.created = "2026-01-01T00:00:00Z"
    var b = a
    b.environment = ["PATH=/bin:/usr/bin", "DB_PASSWORD=other-one"]
    b.created = "2026-01-02T00:00:00Z"
    b.labels = ["team": "oven"]
    b.user = "app"
    let views = [a, b].map { LayeredImageView(reference: "x", digest: nil, configuration: $0, layers: []) }
    let found = ImageComparison(views[0], views[1]).configuration
    #expect(
      found.map(\.name) == [
        "config.Env.DB_PASSWORD", "config.Env.OLD", "config.Env.PATH", "config.Labels.team", "config.User",
      ])
    #expect(found[0].a == .string("*****") && found[0].b == .string("*****"))
    #expect(found[1].b == nil)
    #expect(
      ImageComparison(views[0], views[1], times: .compared).configuration.contains { $0.name == "created" })
  }
}
