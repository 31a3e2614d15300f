-- Categories of crime and anti-social behaviour and the words minutes use for them: the one list. Run by every init; what users add
-- stands in minutes_store.crime_synonyms and is not touched.

insert into minutes_store.crime_categories as c (category, name, part_of, kind, position)
values
    ('total_recorded_crime', 'Total recorded crime', null, 'total', 1),
    ('violence_against_the_person', 'Violence against the person', 'total_recorded_crime', 'offence', 10),
    ('homicide', 'Homicide', 'violence_against_the_person', 'offence', 11),
    ('violence_with_injury', 'Violence with injury', 'violence_against_the_person', 'offence', 12),
    ('violence_without_injury', 'Violence without injury', 'violence_against_the_person', 'offence', 13),
    ('stalking_and_harassment', 'Stalking and harassment', 'violence_against_the_person', 'offence', 14),
    ('unlawful_driving', 'Death or serious injury caused by unlawful driving', 'violence_against_the_person', 'offence', 15),
    ('sexual_offences', 'Sexual offences', 'total_recorded_crime', 'offence', 20),
    ('rape', 'Rape', 'sexual_offences', 'offence', 21),
    ('other_sexual_offences', 'Other sexual offences', 'sexual_offences', 'offence', 22),
    ('robbery', 'Robbery', 'total_recorded_crime', 'offence', 30),
    ('robbery_personal', 'Robbery of personal property', 'robbery', 'offence', 31),
    ('robbery_business', 'Robbery of business property', 'robbery', 'offence', 32),
    ('theft', 'Theft offences', 'total_recorded_crime', 'offence', 40),
    ('burglary', 'Burglary', 'theft', 'offence', 41),
    ('burglary_residential', 'Residential burglary', 'burglary', 'offence', 42),
    ('burglary_business', 'Burglary of business and community', 'burglary', 'offence', 43),
    ('vehicle_offences', 'Vehicle offences', 'theft', 'offence', 44),
    ('theft_of_vehicle', 'Theft of a motor vehicle', 'vehicle_offences', 'offence', 45),
    ('theft_from_vehicle', 'Theft from a vehicle', 'vehicle_offences', 'offence', 46),
    ('vehicle_interference', 'Vehicle interference', 'vehicle_offences', 'offence', 47),
    ('theft_from_the_person', 'Theft from the person', 'theft', 'offence', 48),
    ('bicycle_theft', 'Bicycle theft', 'theft', 'offence', 49),
    ('shoplifting', 'Shoplifting', 'theft', 'offence', 50),
    ('other_theft', 'Other theft', 'theft', 'offence', 51),
    ('criminal_damage_and_arson', 'Criminal damage and arson', 'total_recorded_crime', 'offence', 60),
    ('criminal_damage', 'Criminal damage', 'criminal_damage_and_arson', 'offence', 61),
    ('arson', 'Arson', 'criminal_damage_and_arson', 'offence', 62),
    ('drug_offences', 'Drug offences', 'total_recorded_crime', 'offence', 70),
    ('drug_trafficking', 'Trafficking of drugs', 'drug_offences', 'offence', 71),
    ('drug_possession', 'Possession of drugs', 'drug_offences', 'offence', 72),
    ('possession_of_weapons', 'Possession of weapons', 'total_recorded_crime', 'offence', 80),
    ('public_order', 'Public order offences', 'total_recorded_crime', 'offence', 90),
    ('miscellaneous', 'Miscellaneous crimes against society', 'total_recorded_crime', 'offence', 100),
    ('asb', 'Anti-social behaviour incidents', null, 'asb', 110),
    ('asb_nuisance', 'Anti-social behaviour: nuisance', 'asb', 'asb', 111),
    ('asb_personal', 'Anti-social behaviour: personal', 'asb', 'asb', 112),
    ('asb_environmental', 'Anti-social behaviour: environmental', 'asb', 'asb', 113),
    ('domestic_abuse', 'Domestic abuse', null, 'cross_cutting', 120),
    ('hate_crime', 'Hate crime', null, 'cross_cutting', 121),
    ('knife_crime', 'Knife crime', null, 'cross_cutting', 122),
    ('rural_crime', 'Rural crime', null, 'cross_cutting', 123)
on conflict (category) do update
    set name = excluded.name, part_of = excluded.part_of, kind = excluded.kind, position = excluded.position
    where (c.name, coalesce(c.part_of, ''), c.kind, c.position)
        <> (excluded.name, coalesce(excluded.part_of, ''), excluded.kind, excluded.position);

do $$
declare
    list constant text := $list$
total_recorded_crime: crime; all crime; total crime; total recorded crime; recorded crime; all crimes and offences; total offences; all offences;
    total notifiable offences; notifiable offences; total notifiable crime; total crime offences; victim based and state based crime
violence_against_the_person: violence against the person; violence; violent crime; violent offences; crimes of violence; violence offences; vap; violence against a person
homicide: homicide; murder and manslaughter; homicide offences
violence_with_injury: violence with injury; violence against the person with injury; violent crime with injury; violence resulting in injury; assault with injury;
    violence where injury; injury violence; vap with injury; violence wi; more serious violence with injury; violent offences with injury; assaults causing injury
violence_without_injury: violence without injury; violence against the person without injury; violent crime without injury; assault without injury; common assault;
    non injury violence; non injurious violence; vap without injury; violent offences without injury; violence with no injury; violence no injury
stalking_and_harassment: stalking and harassment; harassment and stalking; stalking or harassment; stalking harassment; stalking and harassment offences;
    stalking harassment and malicious communications
unlawful_driving: death or serious injury by unlawful driving; death or serious injury caused by unlawful driving; death or serious injury caused by illegal driving;
    death or serious injury by illegal driving; death and serious injury by unlawful driving; death and serious injury caused by unlawful driving;
    death and serious injury caused by illegal driving; death or serious injury unlawful driving; death or serious injury illegal driving;
    causing death or serious injury by unlawful driving; causing death or serious injury by illegal driving; deaths or serious injuries caused by dangerous driving
sexual_offences: sexual offences; sex offences; sexual crime; sex crime; sexual violence offences; serious and other sexual offences; sexual offending
rape: rape; rape offences; rapes recorded; offences of rape
other_sexual_offences: other sexual offences; other sex offences; sexual offences other than rape; non rape sexual offences; sexual offences excluding rape; other sexual crime
robbery: robbery; robberies; robbery offences; robbery personal and business; personal and business robbery; business and personal robbery
robbery_personal: personal robbery; robbery personal; robbery of personal property; robbery from the person; street robbery; personal property robbery; robbery of the person
robbery_business: business robbery; robbery business; robbery of business property; commercial robbery; robbery commercial; robbery of a business; business property robbery
theft: theft; theft offences; all theft; total theft; theft crime
burglary: burglary; burglaries; total burglary; burglary offences; burglary residential and business; burglary residential and business and community
burglary_residential: residential burglary; burglary residential; domestic burglary; burglary domestic; burglary dwelling; burglary in a dwelling; dwelling burglary; burglary of a dwelling;
    burglary of dwellings; house burglary; burglary of houses; household burglary; home burglary; burglary of homes; burglary of a residence; house break ins; burglary home; burglary house;
    residential burglary home; burglary residential homes; burglary of residential properties
burglary_business: business and community burglary; burglary business and community; burglary of business and community; business burglary; burglary business; commercial burglary;
    burglary commercial; non residential burglary; burglary non residential; burglary non dwelling; non dwelling burglary; non domestic burglary; burglary other than dwelling;
    burglary other than in a dwelling; burglary in a building other than a dwelling; burglary community; community burglary; burglary of businesses; other burglary; burglary other;
    burglary of commercial premises; burglary of business premises; business or community burglary
vehicle_offences: vehicle offences; vehicle crime; vehicle related crime; vehicle related offences; vehicle related theft; motor vehicle crime; motor vehicle offences; car crime; auto crime;
    autocrime; theft of and from vehicles; theft from and of vehicles; theft of and from motor vehicles; theft from and of motor vehicles; theft of or from vehicles;
    theft of or from a motor vehicle; theft from or of vehicles; theft of vehicle and theft from vehicle
theft_of_vehicle: theft of vehicle; theft of motor vehicle; vehicle theft; car theft; motor vehicle theft; theft of cars; theft or unauthorised taking of a motor vehicle;
    theft and unauthorised taking of a motor vehicle; stolen vehicles; vehicles stolen; thefts of vehicles; theft or taking of motor vehicle
theft_from_vehicle: theft from vehicle; theft from motor vehicle; theft from cars; thefts from vehicles; theft from a motor vehicle
vehicle_interference: vehicle interference; interfering with a motor vehicle; interference with vehicles; vehicle interference and tampering; interference with a motor vehicle; vehicle tampering;
    interfering with vehicles
theft_from_the_person: theft from the person; theft from person; theft person; personal theft; pickpocketing; theft from a person; thefts from people; theft from the individual
bicycle_theft: bicycle theft; cycle theft; pedal cycle theft; bike theft; theft of bicycle; theft of cycle; theft of pedal cycle; theft of bike; theft of a pedal cycle; theft pedal cycle;
    bicycles stolen; stolen bicycles; thefts of bikes; push bike theft; theft or unauthorised taking of a pedal cycle
shoplifting: shoplifting; shop lifting; shop theft; theft from shop; retail theft; theft from store; theft from a shop; theft from retail; store theft; theft shoplifting; shoplifting theft;
    theft from shops and stalls; theft from shop and stall; thefts from retailers; shoplifting offences; shoplifting and retail theft
other_theft: other theft; theft other; all other theft; all other theft offences; other theft offences; theft all other; theft non specific; other thefts
criminal_damage_and_arson: criminal damage and arson; arson and criminal damage; criminal damage including arson; criminal damage or arson; criminal damage arson
criminal_damage: criminal damage; vandalism; criminal damage offences; criminal damage excluding arson
arson: arson; arson offences; arsons
drug_offences: drug offences; drugs offences; drug crime; drug related offences; drug related crime; drugs crime; offences of drugs; drug trafficking and possession; drug possession and trafficking
drug_trafficking: trafficking of drugs; drug trafficking; drugs trafficking; trafficking in drugs; drug trafficking offences; drug supply; supply of drugs; drug dealing; drugs supply;
    possession with intent to supply; possession of drugs with intent to supply
drug_possession: possession of drugs; drug possession; drugs possession; simple possession of drugs; drug possession offences; possession of controlled drugs; possession of a controlled drug
possession_of_weapons: possession of weapons; possession of weapon; weapons possession; weapon possession; possession of offensive weapons; possession of an offensive weapon; weapons offences; weapon offences;
    possession of a weapon offences; offensive weapon offences; weapon crime
public_order: public order; public order offences; public disorder; public disorder offences; public order crime; offences of public order
miscellaneous: miscellaneous crimes against society; miscellaneous crimes; miscellaneous offences; misc crimes against society; miscellaneous crime against society; miscellaneous crimes against the society;
    other crimes against society
asb: anti social behaviour; antisocial behaviour; asb; anti social behavior; antisocial behavior; anti social behaviour asb; anti social behaviour incidents; asb incidents; anti social incidents;
    antisocial incidents; anti social behaviour calls; anti social behaviour or asb
asb_nuisance: nuisance anti social behaviour; nuisance antisocial behaviour; nuisance asb; anti social behaviour nuisance; antisocial behaviour nuisance; asb nuisance; community nuisance asb;
    asb community nuisance
asb_personal: personal anti social behaviour; personal antisocial behaviour; personal asb; anti social behaviour personal; antisocial behaviour personal; asb personal
asb_environmental: environmental anti social behaviour; environmental antisocial behaviour; environmental asb; anti social behaviour environmental; antisocial behaviour environmental; asb environmental
domestic_abuse: domestic abuse; domestic violence; domestic abuse offences; domestic abuse incidents; domestic incidents; domestic abuse related crime; domestic abuse related offences; domestic crime;
    domestic abuse crime; domestic violence and abuse; domestic abuse and violence; domestic violence incidents; domestic violence offences; domestic abuse crimes and incidents
hate_crime: hate crime; hate incidents; hate crimes and incidents; hate crime and incidents; hate offences; hate crime incidents; hate crime offences; hate related crime; hate motivated offences;
    hate related incidents; hate crime and hate incidents
knife_crime: knife crime; knife enabled crime; knife related crime; knife offences; knife crime offences; knife enabled offences; knife or sharp instrument offences; offences involving knives; crime involving knives;
    offences involving a knife; offences involving knives or sharp instruments; offences involving a knife or sharp instrument; knife related offences; bladed article offences
rural_crime: rural crime; rural offences; rural crime offences; crime in rural areas; crimes in rural areas; rural and wildlife crime; farm and rural crime; rural crime incidents
$list$;
begin
    delete from minutes_store.crime_words;
    -- Phrases that say the same but for case, number and the like are one.
    insert into minutes_store.crime_words (phrase, category)
    select min(w.phrase), min(w.category)
    from (
        select
            btrim(split_part(line.line, ':', 1)) as category,
            regexp_replace(btrim(phrase.phrase), '\s+', ' ', 'g') as phrase
        from regexp_split_to_table(regexp_replace(list, '\n +', ' ', 'g'), '\n') as line(line)
        cross join lateral regexp_split_to_table(substr(line.line, strpos(line.line, ':') + 1), ';') as phrase(phrase)
        where strpos(line.line, ':') > 0
    ) w
    group by (minutes_store.metric_keys(w.phrase))[1];
end
$$;
