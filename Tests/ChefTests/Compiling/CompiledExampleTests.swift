import Report
import DataSyntax
import Source
import Testing

@testable import Chef

@Suite struct CompiledExampleTests {
  private static let recipe = "cookbooks/app/recipes/default.rb"

  @Test func levelsArePrecededAndMerged() throws {
    let example = try CompiledExample([
      "cookbooks/app/attributes/default.rb": """
      default['a']['b'] = 1
      default['a']['list'] = %w(x)
      override['a']['c'] = 'override'
      default['a']['c'] = 'default'
      default_unless['a']['b'] = 2
      """,
      Self.recipe: """
      node.default['a']['d'] = node['a']['b'] + 1
      node.force_default['a']['list'] = %w(y)
      log "#{node['a']['b']} #{node['a']['c']} #{node['a']['d']} #{node['a']['list'].join(',')} #{node.read('no', 'such').inspect}"
      """,
    ])
    #expect(example.resources == ["log[1 override 2 x,y nil] write"])
    let attribute = example.compilation.attributes.first { $0.path == ["a", "c"] }
    #expect(attribute?.level == .overrides)
    #expect(attribute?.location?.file.path == "cookbooks/app/attributes/default.rb")
  }

  @Test func readValuesCannotBeChanged() throws {
    let example = try CompiledExample([
      "cookbooks/app/attributes/default.rb": "default['a']['b'] = %w(x)",
      Self.recipe: "node['a']['b'] << 'y'",
    ])
    let kind = try #require(example.faults.first)
    guard case .changedRead = kind else { return #expect(Bool(false), "\(kind)") }
  }

  @Test func whatTheMachineDecidesIsUncertain() throws {
    let example = try CompiledExample([
      Self.recipe: """
      file '/always'
      file '/perhaps' if ::File.exist?('/etc/thing')
      package 'p'
      """
    ])
    #expect(
      example.resources == ["file[/always] create", "file[/perhaps] create maybe", "package[p] install"])
    let elsewhere = try CompiledExample(
      [Self.recipe: "package 'p' if node['platform'] == 'debian'"], isPlatformKnown: false)
    #expect(elsewhere.resources == ["package[p] install maybe"])
  }

  @Test func whatOnlyOtherPlatformsHaveIsNoFaultWhereThePlatformIsUnknown() throws {
    let recipe = """
      directory('C:/data') { rights :full_control, 'Administrators' }
      package('x') { flush_cache [:before] }
      service 'y' do
        action :configure_startup
        startup_type :automatic
      end
      """
    let example = try CompiledExample([Self.recipe: recipe], isPlatformKnown: false)
    #expect(example.faults == [])
    let onDebian = try CompiledExample([Self.recipe: recipe])
    #expect(onDebian.faults.count == 1)
    let misspelt = try CompiledExample(
      [Self.recipe: "package('x') { flsh_cache [:before] }"], isPlatformKnown: false)
    #expect(misspelt.faults.count == 1)
  }

  @Test func constantsOfClientsBeforeChef12AreNotJudged() throws {
    let files = [Self.recipe: "log Chef::Certificate.to_s"]
    #expect(try CompiledExample(files).faults == [.unknownConstant("Certificate", near: nil)])
    let old = try #require(ClientVersion(requested: "11.18.12"))
    #expect(try CompiledExample(files, client: old).faults == [])
  }

  @Test func resourcesAreFoundEditedAndDeleted() throws {
    let example = try CompiledExample([
      Self.recipe: """
      service('a') { action :start }
      service 'b'
      edit_resource(:service, 'a') { action %i(start enable) }
      resources('service[a]').action << :reload
      delete_resource(:service, 'b')
      find_resource(:service, 'c') { action :stop }
      """
    ])
    #expect(example.resources == ["service[a] start,enable,reload", "service[c] stop"])
  }

  @Test func cookbooksBringResourcesAndDefinitions() throws {
    let example = try CompiledExample([
      "cookbooks/app/resources/site.rb": """
      provides :site, platform_family: 'debian'
      property :port, [String, Integer], coerce: proc { |p| p.to_i }
      property :root, String, default: lazy { "/srv/#{name}" }
      action(:create) { file '/inner' }
      action(:drop) { }
      """,
      "cookbooks/app/definitions/pair.rb":
        "define :pair, suffix: 'x' do\n log \"#{params[:name]}-#{params[:suffix]}\"\nend",
      Self.recipe: """
      site 'www' do
        port '80'
        notifies :drop, "log[#{root}]"
      end
      app_site('other') { action :drop }
      pair('n') { suffix 'y' }
      log '/srv/www'
      """,
    ])
    #expect(
      example.resources == [
        "site[www] create", "app_site[other] drop", "log[n-y] write", "log[/srv/www] write",
      ])
    #expect(example.property("port") == "80")
    #expect(example.faults.contains { if case .badNotifiedAction("drop", _, _) = $0 { true } else { false } })
  }

  @Test func templatesAreRendered() throws {
    let example = try CompiledExample([
      "cookbooks/app/templates/a.erb":
        "<% @names.each do |n| -%>\n<%= shout(n) %>\n<% end -%>\n<%= render 'p.erb' %>",
      "cookbooks/app/templates/p.erb": "<%= @names.size %> on <%= node['platform'] %>",
      Self.recipe: """
      template '/a' do
        source 'a.erb'
        variables names: %w(x y)
        helper(:shout) { |t| t.upcase }
      end
      """,
    ])
    #expect(example.content(of: "/a") == "X\nY\n2 on debian")
  }

  @Test(arguments: [
    "nosuch 'x'", "file 'x' do\n nosuch 1\nend", "file('x') { action :explode }", "file('x') { mode '9' }",
    "file('x') { checksum 'short' }", "node['a']['b']", "include_recipe 'nosuch'",
    "include_recipe 'app::nosuch'",
    "file('x') { notifies :run, 'execute[y]' }", "file('x') { notifies :run, 'execute[y]', :soon }",
    "data_bag_item('no', 'such')", "raise 'stop'", "template '/t'", "cron 'c'",
  ])
  func faultsAreSure(_ recipe: String) throws {
    #expect(try CompiledExample([Self.recipe: recipe]).faults.count == 1, "\(recipe)")
  }

  @Test(arguments: [
    "file('x') { mode nil }", "file('x') { content nil }", "shell_out('x').stdout.split[3].foo",
    "begin\n data_bag_item('no', 'such')\nrescue Net::HTTPServerException\nend", "return\nnosuch 'x'",
    "include_recipe 'nosuch' if false", "template('/t') { only_if { false } }",
    "log ::File.read('/etc/hostname')",
    "require 'aws-sdk'\nAws::S3::Client.new.get('x')", "log Chef::Config[:anything].to_s",
    "subscribes_nothing = 1\nservice('s') { subscribes :restart, 'file[no]' }",
  ])
  func nothingIsSaidOfTheRest(_ recipe: String) throws {
    #expect(try CompiledExample([Self.recipe: recipe]).faults.isEmpty, "\(recipe)")
  }

  @Test func secretsAreNotShown() throws {
    let example = try CompiledExample([
      Self.recipe: """
      template '/secret' do
        source 'a.erb'
        variables password: 'hunter2'
        sensitive true
      end
      """, "cookbooks/app/templates/a.erb": "<%= @password %>",
    ])
    #expect(example.property("variables") == #"{"$secret":true}"#)
    #expect(example.content(of: "/secret") == nil)
  }

  @Test func attributesThatHoldSecretsAreNotShown() throws {
    let example = try CompiledExample([
      Self.recipe: "log 'x'",
      "cookbooks/app/attributes/default.rb": """
      default['app']['db']['password'] = 'S3cr3tPass99'
      default['app']['url'] = 'https://amy:S3cr3tUrl7@db.internal/'
      default['app']['api_token'] = 'postgres'
      default['app']['password_file'] = '/etc/app/password'
      default['app']['password'] = nil
      """,
    ])
    let shown = example.compilation.attributes.filter { $0.path.first == "app" }
      .map { "\($0.path.joined(separator: ".")) \(String(decoding: $0.value.json.compact, as: UTF8.self))" }
    #expect(
      shown == [
        #"app.api_token {"$secret":true}"#, #"app.db.password {"$secret":true}"#, "app.password null",
        #"app.password_file "/etc/app/password""#, #"app.url {"$secret":true}"#,
      ])
    let masked = example.compilation.attributes.compactMap(\.secret)
    #expect(masked == ["S3cr3tPass99", "https://amy:S3cr3tUrl7@db.internal/"])
  }

  @Test func noMoreResourcesAreDeclaredThanAreFollowed() throws {
    let example = try CompiledExample([
      Self.recipe: "1_000_000_000.times { |i| file \"/x#{i}\" }"
    ])
    #expect(example.compilation.resources.count == Convergence.countLimit)
    #expect(example.compilation.unknowns.contains { $0.text.contains("resources are declared") })
  }
}
