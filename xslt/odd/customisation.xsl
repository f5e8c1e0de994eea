<?xml version="1.0" encoding="UTF-8"?>
<!-- From a pure ODD to the usual form of a customisation, which Roma and the TEI Stylesheets read with
     TEI's own source at hand: modules with the elements that are taken from them, and what is changed.

     Of an attribute three things are passed on: that it is deleted, that it is required, its words.
     Content models are TEI's own then, and attributes that the pure ODD just doesn't have are there:
     this form is wider than the ODD. What belongs to no module of TEI is added whole. -->
<xsl:stylesheet version="3.0" expand-text="yes" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns="http://www.tei-c.org/ns/1.0" xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:sch="http://purl.oclc.org/dsdl/schematron" xmlns:odd="https://siglum.example/ns/odd"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" exclude-result-prefixes="tei odd xs">

  <xsl:output method="xml" indent="yes" encoding="UTF-8"
      suppress-indentation="desc p title publisher sch:assert sch:report"/>
  <xsl:strip-space elements="tei:*"/>

  <xsl:include href="modules/specs.xsl"/>

  <xsl:mode on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="change" on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="copy" on-no-match="shallow-copy" on-multiple-match="fail"/>

  <xsl:variable name="modules" as="xs:string+" select="tokenize('tei header core textstructure gaiji
    verse drama spoken cmc dictionaries msdescription transcr textcrit namesdates figures corpus linking
    analysis iso-fs nets certainty tagdocs')"/>

  <xsl:template match="/" as="element(tei:TEI)">
    <xsl:apply-templates select="(//tei:schemaSpec)[1]"/>
  </xsl:template>

  <xsl:template match="tei:schemaSpec" as="element(tei:TEI)">
    <TEI>
      <xsl:comment> Made from {@ident}.odd by xslt/odd: change that file, not this one. </xsl:comment>
      <teiHeader>
        <fileDesc>
          <titleStmt><title>{@ident}, as a customisation of TEI</title></titleStmt>
          <publicationStmt><p>Generated from {@ident}.odd.</p></publicationStmt>
          <sourceDesc><p>Generated from {@ident}.odd, which holds every declaration.</p></sourceDesc>
        </fileDesc>
      </teiHeader>
      <text>
        <body>
          <p>The elements, lists of values and rules of {@ident}.odd in the form that Roma
            and the TEI Stylesheets compile with TEI’s own source. Content models are TEI’s here, and
            attributes that {@ident}.odd leaves out are not deleted: where {@ident}.odd only takes away from TEI,
            all that is valid by it is valid by this customisation, but not the other way round.</p>
          <schemaSpec ident="{@ident}" start="{(@start, 'TEI')[1]}" xml:lang="{odd:language((.//tei:elementSpec)[1])}">
            <xsl:sequence select="@ns"/>
            <xsl:call-template name="modules"/>
            <xsl:apply-templates select=".//tei:classSpec, .//tei:macroSpec, .//tei:dataSpec, .//tei:elementSpec"/>
            <xsl:apply-templates mode="copy" select="tei:constraintSpec"/>
          </schemaSpec>
        </body>
      </text>
    </TEI>
  </xsl:template>

  <!-- The infrastructure, then each module with the elements that are wanted of it. -->
  <xsl:template name="modules" as="element(tei:moduleRef)+">
    <moduleRef key="tei"/>
    <xsl:for-each-group select=".//tei:elementSpec[odd:is-tei(.)]" group-by="string(@module)">
      <moduleRef key="{current-grouping-key()}" include="{current-group()/@ident}"/>
    </xsl:for-each-group>
  </xsl:template>

  <xsl:function name="odd:is-tei" as="xs:boolean">
    <xsl:param name="spec" as="element()"/>
    <xsl:sequence select="$spec/@module = $modules"/>
  </xsl:function>

  <!-- A declaration of the project's own; a datatype or macro of TEI stays as TEI has it. -->
  <xsl:template match="tei:elementSpec[not(odd:is-tei(.))] | tei:classSpec[not(odd:is-tei(.))]
      | tei:macroSpec | tei:dataSpec" as="element()?">
    <xsl:if test="not(odd:is-tei(.))"><xsl:apply-templates mode="copy" select="."/></xsl:if>
  </xsl:template>

  <!-- A declaration of TEI's, where there is something to change about it. -->
  <xsl:template match="tei:elementSpec[odd:is-tei(.)] | tei:classSpec[odd:is-tei(.)]" as="element()?">
    <xsl:variable name="attributes" as="element(tei:attDef)*">
      <xsl:apply-templates mode="change" select="tei:attList/descendant::tei:attDef"/>
    </xsl:variable>
    <xsl:variable name="renamed" as="element(tei:altIdent)*" select="tei:altIdent"/>
    <xsl:if test="exists(($attributes, $renamed, tei:constraintSpec))">
      <xsl:copy copy-namespaces="no">
        <xsl:sequence select="@ident, @type, self::tei:elementSpec/@module"/>
        <xsl:attribute name="mode" select="'change'"/>
        <xsl:apply-templates mode="copy" select="$renamed, tei:constraintSpec"/>
        <xsl:where-populated>
          <attList><xsl:sequence select="$attributes"/></attList>
        </xsl:where-populated>
      </xsl:copy>
    </xsl:if>
  </xsl:template>

  <xsl:template mode="change" match="tei:attDef[@mode = 'delete']" as="element(tei:attDef)">
    <attDef ident="{@ident}" mode="delete"/>
  </xsl:template>
  <xsl:template mode="change" match="tei:attDef[not(@mode = 'delete')]" as="element(tei:attDef)?">
    <xsl:variable name="words" as="element(tei:valList)?" select="tei:valList[tei:valItem]"/>
    <xsl:if test="exists(($words, tei:altIdent, @usage[. = 'req'], tei:constraintSpec))">
      <attDef ident="{@ident}" mode="change">
        <xsl:sequence select="@usage[. = 'req']"/>
        <xsl:apply-templates mode="copy" select="tei:altIdent, tei:constraintSpec"/>
        <xsl:if test="$words">
          <valList type="{($words/@type, 'open')[1]}" mode="replace">
            <xsl:apply-templates mode="copy" select="$words/tei:valItem"/>
          </valList>
        </xsl:if>
      </attDef>
    </xsl:if>
  </xsl:template>

  <xsl:template mode="copy" match="tei:elementSpec | tei:classSpec | tei:macroSpec | tei:dataSpec
      | tei:constraintSpec" as="element()">
    <xsl:copy copy-namespaces="no">
      <xsl:apply-templates mode="copy" select="@* except @mode"/>
      <xsl:attribute name="mode" select="'add'"/>
      <xsl:apply-templates mode="copy"/>
    </xsl:copy>
  </xsl:template>
  <xsl:template mode="copy" match="tei:constraintSpec[ancestor::tei:*[self::tei:elementSpec
      or self::tei:classSpec][not(odd:is-tei(.))]]" as="element()" priority="1">
    <xsl:copy copy-namespaces="no"><xsl:apply-templates mode="copy" select="@*, node()"/></xsl:copy>
  </xsl:template>
  <xsl:template mode="copy" match="@odd:at" as="empty-sequence()"/>
  <xsl:template mode="copy" match="tei:exemplum | tei:remarks | comment()" as="empty-sequence()"/>
  <xsl:template mode="copy" match="tei:* | sch:*" as="element()" priority="-0.2">
    <xsl:copy copy-namespaces="no"><xsl:apply-templates mode="copy" select="@*, node()"/></xsl:copy>
  </xsl:template>

</xsl:stylesheet>
