import Packer
import Source
import Testing

/// The component files of the repository, and of users.
struct ComponentCatalogTests {
  @Test func `every file can be read`() {
    let (catalog, faults) = ComponentCatalog.load(CatalogFiles.all)
    #expect(faults == [])
    #expect(catalog.names(of: .builder).count >= 52)
    #expect(catalog.names(of: .provisioner).count >= 18)
    #expect(catalog.names(of: .postProcessor).count >= 22)
  }

  @Test func `every rule speaks of options that the component has`() {
    let catalog = CatalogFiles.catalog
    for kind in ConfiguredComponent.Kind.allCases {
      for name in catalog.names(of: kind) {
        guard let component = catalog[kind, name] else { continue }
        for rule in component.rules {
          let facts = rule.within.flatMap { component.options[$0]?.options } ?? component.options
          for option in rule.options {
            let head = String(option.prefix { $0 != "." })
            #expect(facts[head] != nil, "\(name): \(option)")
          }
        }
      }
    }
  }

  @Test func `reads only what the templates name`() throws {
    let text = #"{"builders":[{"type":"docker"}],"provisioners":[{"type":"shell"}]}"#
    let template = try #require(PackerTemplate.read(SourceFile(FileID("a.json"), bytes: Array(text.utf8))).0)
    let catalog = ComponentCatalog.load(CatalogFiles.all, for: [template]).catalog
    #expect(catalog[.builder, "docker"]?.options["ssh_username"] != nil)
    #expect(catalog[.builder, "qemu"] == nil)
    #expect(catalog.names(of: .builder).contains("qemu"))
  }

  @Test func `a user's own file adds a component, or takes the place of ours`() {
    let file = ComponentFile(
      path: "own/provisioners/goss.yaml",
      bytes: Array("options: {tests: {type: list(string), required: true}}\n".utf8),
      isOwn: true)
    let (catalog, faults) = ComponentCatalog.load(CatalogFiles.all + [file])
    #expect(faults == [])
    #expect(catalog[.provisioner, "goss"]?.availability == .ours)
    #expect(catalog[.provisioner, "goss"]?.options["tests"]?.isRequired == true)
  }

  @Test(arguments: [
    ("optons: {a: string}", "a component has no key `optons`"), ("options: {a: strng}", "`strng` is no type"),
    ("options: {a: {type: string, requird: true}}", "an option has no fact `requird`"),
    ("options: {a: {type: string, path: dir}}", "a path is one of"),
    ("rules: [{requird: a}]", "there is no rule `requird`"),
    ("rules: [{required: a, when: a == b}]", "`a == b` is no condition"),
    ("rules: [{requires: [a]}]", "`requires` names two options"),
    ("options: [", ""),
  ])
  func `says what is wrong in a file`(text: String, message: String) {
    let file = ComponentFile(path: "builders/own.yaml", bytes: Array(text.utf8))
    let faults = ComponentCatalog.load([file]).faults
    #expect(!faults.isEmpty)
    #expect(faults.contains { $0.message.contains(message) })
  }

  @Test(arguments: [
    ("a", ["a"]), ("no a", ["a"]), ("a = b", ["a"]), ("a != '' and b", ["a", "b"]),
    ("a.b | c and no d", ["a.b", "c", "d"]),
  ])
  func `reads conditions`(text: String, options: [String]) {
    #expect(OptionCondition(text)?.options == options)
  }

  @Test(arguments: ["", "a =", "= b", "a and", "a | ", "a b"])
  func `refuses what is no condition`(text: String) {
    #expect(OptionCondition(text) == nil)
  }
}
