extension SpecDraft {
  /// The draft for other dialects than container-structure-test's: what only that judges as it is meant is left out.
  var unbound: SpecDraft {
    var draft = self
    draft.things = []
    for var thing in things {
      let bound = thing.assertions.filter { $0.bound != nil }
      thing.assertions.removeAll { $0.bound != nil }
      if thing.assertions.isEmpty, let reason = bound.first?.bound {
        draft.leaveOut("\(thing.words): \(reason)", at: thing.origin)
        continue
      }
      for assertion in bound {
        draft.leaveOut(
          "`\(assertion.property)` of \(thing.words): \(assertion.bound ?? "")",
          at: assertion.origin ?? thing.origin)
      }
      draft.things.append(thing)
    }
    return draft
  }
}

extension SpecDraft {
  /// The draft with what is bound as if all dialects judged it: to be compared with what is sure to be made.
  package var released: SpecDraft {
    var draft = self
    for place in draft.things.indices {
      let assertions = draft.things[place].assertions
      for index in assertions.indices { draft.things[place].assertions[index].bound = nil }
    }
    return draft
  }
}

extension SpecDraft.Thing {
  /// Whether it is a path with a slash at its end that means something: a folder, and where a link leads to.
  var asksForFolder: Bool {
    section == "files" && name.utf8.count > 1 && name.hasSuffix("/")
      && assertions.contains { $0.bound != nil }
  }
}
