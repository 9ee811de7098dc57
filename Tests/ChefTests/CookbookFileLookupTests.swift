import Chef
import Source
import Testing

struct CookbookFileLookupTests {
  private func lookup(
    _ paths: [String], platform: String? = "debian", version: String? = "12.7"
  ) throws -> CookbookFileLookup {
    let files = Dictionary(uniqueKeysWithValues: paths.map { ("cookbooks/app/" + $0, "") })
    let cookbook = try #require(ExampleRun(["app"], files).run.closure["app"])
    return CookbookFileLookup(
      in: cookbook,
      for: .init(
        fullName: .value("box.example"), platform: platform.map(Known.value) ?? .absent,
        platformVersion: version.map(Known.value) ?? .absent))
  }

  @Test("takes the most specific folder")
  func order() throws {
    let order = [
      "templates/host-box.example/a.erb", "templates/debian-12.7/a.erb", "templates/debian-12/a.erb",
      "templates/debian/a.erb", "templates/default/a.erb", "templates/a.erb",
    ]
    for index in order.indices {
      let rest = Array(order[index...]) + ["templates/centos/a.erb", "recipes/default.rb"]
      #expect(try lookup(rest).file("a.erb", in: .templates) == .found([order[index]]))
    }
  }

  @Test("says where it looked, and what was perhaps meant")
  func missing() throws {
    let places = [
      "files/host-box.example/a", "files/debian-12.7/a", "files/debian-12/a", "files/debian/a",
      "files/default/a",
      "files/a",
    ]
    #expect(
      try lookup(["files/centos/a"]).file("a", in: .files) == .missing(tried: places, near: "files/centos/a"))
    let found = try lookup(["templates/a.conf.erb"]).file("a.conf", in: .templates)
    guard case .missing(_, let near) = found else {
      Issue.record("\(found)")
      return
    }
    #expect(near == "templates/a.conf.erb")
  }

  @Test("does not choose between platforms that cannot be told")
  func open() throws {
    let unknown = try lookup(["files/centos/a", "files/default/a"], platform: nil)
    guard case .open(let paths, _) = unknown.file("a", in: .files) else {
      Issue.record("it is chosen")
      return
    }
    #expect(paths == ["files/centos/a", "files/default/a"])
    #expect(
      try lookup(["files/default/a", "files/x/b"], platform: nil).file("a", in: .files)
        == .found(["files/default/a"]))
    guard case .missing = try lookup(["files/x/b"], platform: nil).file("a", in: .files) else {
      Issue.record("it is found")
      return
    }
  }

  @Test("takes the first of a list, without folders of platforms")
  func list() throws {
    let lookup = try lookup(["files/debian/a", "files/b", "files/x/c"])
    #expect(lookup.file(anyOf: ["a", "x/c", "b"], in: .files) == .found(["files/x/c"]))
  }

  @Test("takes a folder that holds files")
  func folder() throws {
    let lookup = try lookup(["files/default/tree/a/b.txt", "files/tree/c.txt"])
    #expect(lookup.folder("tree") == .found(["files/default/tree/a/b.txt"]))
    guard case .missing = lookup.folder("trees") else {
      Issue.record("it is found")
      return
    }
  }
}
