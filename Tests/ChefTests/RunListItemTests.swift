import Chef
import Source
import Testing

struct RunListItemTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let text: String
    let form: RunListItem.Form
    init(_ text: String, _ form: RunListItem.Form) {
      self.text = text
      self.form = form
    }
    var testDescription: String { text }
  }

  private static func recipe(_ cookbook: String, _ recipe: String = "default", _ version: String? = nil)
    -> RunListItem.Form
  {
    .recipe(RecipeName(cookbook: cookbook, recipe: recipe), version: version)
  }

  static let cases = [
    Case("recipe[app]", recipe("app")),
    Case("recipe[app::web]", recipe("app", "web")),
    Case("recipe[app::web@1.2.3]", recipe("app", "web", "1.2.3")),
    Case("recipe[app@1.2]", recipe("app", "default", "1.2")),
    Case("app", recipe("app")),
    Case("app::web", recipe("app", "web")),
    Case("app@1.0.0", recipe("app", "default", "1.0.0")),
    Case("app::a::b", recipe("app", "a::b")),
    Case("role[base]", .role("base")),
    Case("Recipe[app]", .malformed),
    Case("recipes[app]", .malformed),
    Case("roles[base]", .malformed),
    Case("recipe [app]", .malformed),
    Case("recipe[]", .malformed),
    Case("recipe[app@1]", .malformed),
    Case("recipe[a]b]", .malformed),
    Case("role[]", .malformed),
  ]

  @Test("reads an entry as Chef does", arguments: cases)
  func form(_ example: Case) {
    let item = RunListItem(example.text, at: Location(FileID("machine.json"), ByteRange(0, 1)))
    #expect(item.form == example.form)
  }
}
