define :pair, first: nil, second: 'b' do
  [params[:first], params[:second]].compact.each do |name|
    old_style_thing "#{params[:name]}-#{name}" do
      path "/tmp/#{name}"
    end
  end
end
