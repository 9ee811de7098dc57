import RubyEvaluation
import Support
import Testing

@testable import Chef

/// The run lists of public cookbooks, whose files are laid out elsewhere: `NAME/cookbooks/…` below the folder that
/// `OVENPROOF_COOKBOOKS` names.
@Suite(.enabled(if: Machine.cookbooks != nil)) struct RealCookbookTests {
  @Test func mostRunListsCompileAsInChef() throws {
    let root = try #require(Machine.cookbooks)
    let shelf = try ResourceFiles.shelf()
    var tally = Tally()
    for example in try CompilationCase.all(in: "chef/real", with: "resources.json") {
      let laid = CompilationCase(name: example.name, folder: root + "/" + example.name, truth: example.truth)
      tally.add(laid.outcome(shelf).resources, recorded: example.recorded, of: example.name)
    }
    print(tally.figures)
    #expect(tally.equalLists * 100 >= tally.lists * 70, "\(tally.unequal)")
    #expect(tally.found * 100 >= tally.recorded * 90)
    #expect(tally.wrong * 100 < tally.sure)
  }

  /// How much of the recorded collections is found.
  private struct Tally {
    private(set) var lists = 0
    private(set) var equalLists = 0
    private(set) var recorded = 0
    private(set) var found = 0
    private(set) var sure = 0
    private(set) var wrong = 0
    private(set) var unequal: [String] = []

    mutating func add(
      _ resources: [CompilationCase.Resource], recorded: [CompilationCase.Resource], of name: String
    ) {
      lists += 1
      if resources.map(\.description) == recorded.map(\.description) {
        equalLists += 1
      } else {
        unequal.append(name)
      }
      self.recorded += recorded.count
      var open: [String: Int] = [:]
      for resource in recorded { open[resource.description, default: 0] += 1 }
      // Those that are sure come first, so that an uncertain twin does not take their place.
      for resource in resources.sorted(by: { $0.certainty > $1.certainty }) {
        let isThere = open[resource.description, default: 0] > 0
        if isThere {
          found += 1
          open[resource.description, default: 0] -= 1
        }
        guard resource.certainty == .sure else { continue }
        sure += 1
        if !isThere { wrong += 1 }
      }
    }

    var figures: String {
      "\(equalLists) of \(lists) run lists equal, \(found) of \(recorded) resources found, \(wrong) of \(sure) wrong"
    }
  }
}
