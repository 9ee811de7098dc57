import Expectation
import Image
import Source
import Support
import Testing

/// What runs a script of a spec.
@Suite struct ScriptTests {
  @Test(arguments: [
    ("script: 'echo 1'", ["/bin/sh"]),
    ("script: \"#!/usr/bin/env  python3 -B\\nprint(1)\"", ["/usr/bin/env", "python3", "-B"]),
    ("script: \"#!\\necho\"", ["/bin/sh"]), ("script: x, interpreter: perl", ["perl"]),
    ("script: \"#!/bin/bash\\nx\", interpreter: [ruby, -w]", ["ruby", "-w"]),
  ])
  func `The interpreter gets the script`(body: String, words: [String]) throws {
    let file = SourceFile(FileID("spec.yaml"), bytes: Array("commands: {check: {\(body)}}".utf8))
    let (spec, diagnostics) = SpecFile.read(file)
    #expect(diagnostics.isEmpty)
    let call = try #require(spec.commands(in: ImageSearch(MemoryImage())).first?.call)
    #expect(call.arguments == words)
    #expect(!call.input.isEmpty)
  }
}
