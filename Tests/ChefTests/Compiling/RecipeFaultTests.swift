import Support
import Testing

@testable import Chef

/// Single recipes, each with the fault that Chef meets in it behind `#= ` in its first line; without that it is sound.
@Suite struct RecipeFaultTests {
  @Test(arguments: try CaseFolder.files(in: "chef/recipes", endings: [".rb"]))
  func faultsAreThoseOfChef(_ recipe: CaseFolder.File) throws {
    let example = try CompiledExample(["cookbooks/app/recipes/default.rb": recipe.text])
    let found = example.compilation.faults.map { fault in
      fault.words(in: example.sources).replacing("recipes/default.rb:", with: "")
    }
    let first = recipe.text.split(separator: "\n").first ?? ""
    #expect(found == (first.hasPrefix("#= ") ? [String(first.dropFirst(3))] : []))
  }
}
