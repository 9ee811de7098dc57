import Host
import Packer
import Source
import Support
import Testing

/// The functions of the template language, one after the other, as a table of uses tells.
struct FunctionTests {
  private func evaluation(_ text: String, in place: FunctionCase.Place) throws -> Evaluation {
    let file = SourceFile(FileID("sub/machine.json"), bytes: Array(place.template(text).utf8))
    let template = try #require(PackerTemplate.read(file).0)
    var inputs = TemplateInputs(workingDirectory: "/home/me")
    inputs.environment = ["GREETER": "hello"]
    return template.evaluate(inputs: inputs, files: MemoryFileTree([:]), catalog: CatalogFiles.catalog)
  }

  @Test func `The table names every function`() throws {
    #expect(try FunctionCase.all().map(\.name).sorted() == TemplateFunction.all.map(\.name).sorted())
  }

  @Test(arguments: try FunctionCase.all())
  func `Every function has a wrong use, and a right one where it has a value`(example: FunctionCase) {
    #expect(!example.misuses.isEmpty)
    #expect(
      !example.uses.isEmpty || TemplateFunction.byName[example.name]?.isPure == false || example.places == [])
  }

  @Test(arguments: try FunctionCase.all())
  func `takes as many arguments as the table says`(example: FunctionCase) throws {
    let facts = try #require(TemplateFunction.byName[example.name])
    #expect(facts.parameters.count - facts.optionalCount...facts.parameters.count == example.arity)
  }

  @Test(arguments: try FunctionCase.all())
  func `gives the same value in every place`(example: FunctionCase) throws {
    for (text, result) in example.uses {
      for place in example.places {
        let evaluation = try evaluation(text, in: place)
        #expect(evaluation.faults.filter(\.isRefused).map(\.problem) == [], "\(text) in \(place)")
        #expect(place.shown(evaluation) == result, "\(text) in \(place)")
      }
    }
  }

  @Test(arguments: try FunctionCase.all())
  func `says what is wrong with a call`(example: FunctionCase) throws {
    for (text, problem) in example.misuses {
      for place in example.places.isEmpty ? [.builders] : example.places {
        let found = try evaluation(text, in: place).faults.filter(\.isRefused)
        #expect(
          found.map { "\($0.problem)".prefix { $0 != "(" } } == [problem[...]],
          "\(text) in \(place): \(found)")
      }
    }
  }

  @Test(arguments: try FunctionCase.all())
  func `is refused where it has no place`(example: FunctionCase) throws {
    guard let text = example.uses.first?.text ?? example.misuses.last?.text else { return }
    for place in FunctionCase.Place.allCases where !example.places.contains(place) && place != .amazon {
      #expect(try evaluation(text, in: place).faults.contains(where: \.isRefused), "\(text) in \(place)")
    }
  }

  @Test(
    .serialized,
    .enabled(if: Machine.runs(.oracles, needing: "packer", isThere: Machine.hasProgram("packer"))),
    arguments: try FunctionCase.all())
  func `Packer takes and refuses the same`(example: FunctionCase) async throws {
    let uses = example.uses.map { ($0.text, true) } + example.misuses.map { ($0.text, false) }
    let places = example.places.isEmpty ? [.builders] : example.places
    for (index, (text, isUse)) in uses.enumerated() {
      // Each in one place, in turn: a program starts for each.
      let place = places[index % places.count]
      let command = Command(
        ["packer", "validate", "-"],
        environment: .inherited(adding: ["CHECKPOINT_DISABLE": "1", "GREETER": "hello"]),
        workingDirectory: Repository.root, input: .bytes(Array(place.template(text).utf8)), deadline: 120)
      let output = try await command.output()
      #expect(output.termination.succeeded == isUse, "\(text) in \(place)")
    }
  }
}
