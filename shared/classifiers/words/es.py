"""Spanish."""

WORDS = {
    # What goes wrong for one customer
    "refund": """
        reembolso, reembolsos, reembolsar, reembolsen, reembolsado, reembolsaron, reintegro, mi dinero,
        devolver el dinero, devuelvan mi dinero, devuélvanme, devolvedme, devuelvan, devuélveme, dinero de vuelta,
        devolución, devoluciones, devolver, devuelto, devolví, devolverlo, quiero devolver, cambio de talla,
        cambiarlo por otro, compensación, indemnización, indemnizar, compensen, vale de compra, cupón de devolución,
        etiqueta de devolución, nota de crédito, contracargo, política de devoluciones
    """,
    "delivery": """
        entrega, entregas, entregado, entregaron, entregar, entreguen, pedido, pedidos, mi pedido, número de pedido,
        pedí, paquete, paquetes, envío, envíos, enviado, enviaron, repartidor, repartidora, mensajero, mensajería,
        transportista, seguimiento, número de seguimiento, rastreo, guía de rastreo, no ha llegado, no llega,
        no llegó, no me ha llegado, no me llega, no me llegó, nunca llegó, sigue sin llegar, sin llegar, en reparto,
        en tránsito, en camino, preventa, preorden, recoger en tienda, punto de recogida, correos,
        perdieron mi paquete, compra no llegó, domicilio
    """,
    "broken": """
        roto, rota, rotos, rotas, se rompió, se ha roto, se me rompió, rompió, no funciona, no funcionan,
        no me funciona, no funcionó, dejó de funcionar, ha dejado de funcionar, no sirve, no prende, no enciende,
        no carga, no cargan, no abre, no me deja, no deja, no conecta, no se conecta, no arranca, no anda, no va,
        no me va, va fatal, va lento, se cuelga, se traba, se congela, se cierra sola, se cierra solo, se cierra,
        se apaga, se reinicia, falla, fallas, fallo, fallos, fallando, error, errores, código de error,
        mensaje de error, bug, bugs, averiado, averiada, avería, defectuoso, defectuosa, dañado, dañada, llegó dañado,
        estropeado, estropeada, se estropeó, descompuesto, agrietado, pantalla negra, pantalla en blanco, reparación,
        reparar, reparado, arreglar, arreglen, arreglo, garantía, reemplazo, sustitución, recambio, lag, se despegó,
        descosido, gotea, fuga de agua, se corta, se descarga, se descarga sola
    """,
    "access": """
        iniciar sesión, inicio de sesión, no puedo entrar, no puedo acceder, no puedo ingresar, no me deja entrar,
        no me deja acceder, contraseña, clave, restablecer, recuperar mi cuenta, mi cuenta, cuenta bloqueada,
        bloqueada, bloqueado, bloquearon, me bloquearon, desbloquear, suspendida, suspendieron,
        código de verificación, código sms, no me llega el código, activar, activación, activado, mi tarjeta,
        tarjeta rechazada, rechazada, tarjeta bloqueada, usuario, login, logearme, loguearme, baneado, banearon,
        correo de confirmación, pin, acceso, acceder
    """,
    "billing": """
        cobro, cobros, cobraron, cobrado, cobrando, me cobraron, me han cobrado, me cobran, cobro indebido,
        cobro doble, cobrado dos veces, cobraron dos veces, doble cobro, cargo, cargos, cargo en mi tarjeta,
        cargo no reconocido, factura, facturas, facturación, facturar, recibo, recibos, pago, pagos, pagué, pagado,
        pagar, transferencia, domiciliación, comisión, comisiones, suscripción, suscripciones, renovación, renovaron,
        renovado, cuota, mensualidad, tarifa, tarifas, saldo, recarga, depósito, fianza, descontaron, me descontaron,
        puntos, mis puntos, extracto, boleta
    """,
    "cancel": """
        cancelar, cancelado, cancelada, cancelaron, cancelación, cancelen, cancelo, darme de baja, dar de baja,
        darse de baja, baja del servicio, la baja, anular, anulado, anularon, anulación, cerrar mi cuenta,
        eliminar mi cuenta, borrar mi cuenta, desuscribirme, reprogramar, reprogramado, cambiar mi reserva,
        cambiar mi vuelo, rescindir, portabilidad
    """,
    "waiting": """
        sigo esperando, seguimos esperando, llevo esperando, estoy esperando, esperando, espero respuesta, llevo días,
        llevo semanas, llevo meses, llevo horas, llevo una semana, llevo un mes, llevo dos semanas, llevo una hora,
        llevamos horas, llevamos días, llevo toda la mañana, llevo desde, hace días, hace semanas, hace meses,
        hace una semana, hace dos semanas, hace un mes, hace horas, sin respuesta, no responden, no me responden,
        no contestan, no me contestan, nadie responde, nadie contesta, nadie me responde, nadie me contesta,
        nadie atiende, no atienden, no dan respuesta, ni una respuesta, sin solución, no me dan solución,
        no dan solución, nadie da la cara, nadie me da solución, me ignoran, ignoran, me dejaron en visto,
        dejan en visto, me cuelgan, me colgaron, en espera, lista de espera interminable, cola, fila, he llamado,
        llamé, llamadas, he escrito, he mandado correos, mandé correos, correos y nada, mil veces, varias veces,
        tercera vez, segunda vez, por tercera vez, me pasan de un lado a otro, me tienen dando vueltas, dando vueltas,
        largas, me dan largas, número de caso, número de ticket, número de incidencia, incidencia abierta, folio,
        y nada, todavía nada, aún nada, y sigo sin, sigo sin, seguimos sin, aún no, todavía no, para cuándo
    """,
    "help": """
        ayuda, ayúdenme, ayudadme, ayúdame, ayudarme, ayudar, necesito ayuda, me ayudan, me pueden ayudar,
        me podéis ayudar, pueden ayudarme, alguien me ayuda, atención al cliente, servicio al cliente,
        servicio de atención, soporte, soporte técnico, servicio técnico, asistencia, asesor, asesora, agente,
        operador, operadora, chatbot, su bot, call center, línea de atención, teléfono de atención,
        hablar con una persona, hablar con un humano, reclamación, reclamaciones, hoja de reclamaciones, reclamo,
        queja, quejas, les mandé dm, os he enviado un dm, les envié un dm, mandé un dm, escribí por dm, por privado,
        mensaje privado, revisen sus dm, empleado, empleada, empleados, personal, grosero, grosera, maleducado,
        maleducada, sucursal, gestionen, solucionen, solución, solucionar, solucionáis
    """,
    "how_to": """
        cómo puedo, cómo hago, cómo se hace, cómo se puede, cómo funciona, cómo consigo, cómo cambio, cómo activo,
        cómo lo, se puede, es posible, puedo cambiar, puedo usar, puedo llevar, dónde puedo, dónde encuentro,
        dónde está mi, qué hago, qué tengo que hacer, qué debo hacer, necesito saber, hay que, hay alguna forma,
        hay alguna manera, cuánto tarda, cuánto tiempo, cuánto demora, en cuánto tiempo, horario, horarios,
        a qué hora abren, a qué hora cierran, a qué hora, están abiertos, abren los domingos, abren el, configurar,
        configuración, ajustes, instrucciones, manual, pasos para, qué app, cuándo llega mi, cuándo me llega,
        requisitos
    """,
    "booking": """
        vuelo, vuelos, embarque, puerta de embarque, maleta, maletas, equipaje, asiento, asientos, facturar la maleta,
        check in, conexión perdida, perdí mi conexión, reserva, reservas, reservación, reservé, reservado, habitación,
        habitaciones, hotel, tren, trenes, cercanías, metro, autobús, bus, colectivo, andén, parada, estación, boleto,
        boletos, billete, billetes, entradas, pasaje, retraso, retrasos, retrasado, demora, demoras, demorado, escala,
        itinerario, pasajero, pasajeros, tripulación, aeropuerto, salida, tranvía, ascensor, aire acondicionado,
        taller, concesionario, cita, turno, receta, farmacia, seguro, póliza, siniestro
    """,
    "connection": """
        wifi, internet, sin internet, señal, sin señal, red, router, módem, cobertura, sin cobertura, datos móviles,
        roaming, sim, esim, chip, fibra, fibra óptica, línea fija, velocidad, contador, medidor, servidor, servidores,
        app, aplicación, web, página web, la página, sitio, actualización, firmware, bluetooth, cargador, batería,
        pantalla, partida guardada, partida, streaming
    """,
    "wrong_item": """
        producto equivocado, artículo equivocado, pedido equivocado, talla equivocada, color equivocado,
        me enviaron otro, me enviaron otra, me mandaron otra cosa, me mandaron otro, no es lo que pedí,
        no era lo que pedí, faltan, falta un, falta una, faltaba, faltaban, incompleto, incompleta, vacío, vacía,
        caja vacía, caducado, caducada, caducados, vencido, vencida, vencidos, fecha de caducidad, moho, mohoso,
        podrido, podrida, en mal estado, rancio, echado a perder, usado, un pelo en, pelo en la, sucio, sucia,
        manchas, nada que ver con la foto, no es como, huele mal
    """,
    # What endangers people or the brand
    "danger": """
        se incendió, incendio, se prendió fuego, prendió fuego, se incendia, en llamas, llamas, humo, echa humo,
        echando humo, huele a quemado, olor a quemado, huele a gas, olor a gas, fuga de gas, escape de gas, explotó,
        explotar, explota, explosión, ha explotado, reventó, chispas, chispazo, descarga eléctrica, me electrocuté,
        electrocutado, calambrazo, me dio corriente, quemaduras, quemadura, me quemé, se quemó, quemó a, herido,
        herida, heridos, heridas, lesión, lesiones, lesionado, sangre, sangrando, ambulancia, hospital,
        urgencias del hospital, en urgencias, inconsciente, se desmayó, desmayado, desmayó, atragantó, se atragantó,
        ahogando, asfixia, fallaron los frenos, fallan los frenos, se quedó sin frenos, sin frenos, frenos,
        aceleró solo, airbag, airbags, bolsa de aire, bolsas de aire, accidente, choque, monóxido de carbono,
        cable pelado, cables pelados, sobrecalentó, se sobrecalienta, se derritió, derretido, batería hinchada,
        se hinchó, peligroso, peligrosa, peligro, riesgo, riesgo de incendio, inseguro, puede morir,
        alguien va a morir, casi muere, casi me mata, casi nos matamos, casi mueren, atrapado, atrapada, atrapados,
        atrapadas, encerrados, encerrado, encerrada, no puedo respirar, evacuaron, evacuado, evacuar, evacuación,
        bomberos, emergencia, agredió, agredieron, agresión, me atacaron, me amenazó, amenazas, amenaza, bomba, arma,
        cuchillo, cancerígeno, amianto, descarriló, golpe de calor, convulsiones, sobredosis, dosis equivocada,
        dosis incorrecta, medicamento equivocado
    """,
    "poison": """
        intoxicación, intoxicado, intoxicada, intoxicados, intoxicamos, se intoxicó, intoxicación alimentaria,
        salmonela, salmonella, listeria, reacción alérgica, alergia, alérgico, alérgica, choque anafiláctico,
        shock anafiláctico, anafilaxia, no declarado, sin etiquetar, no pone que lleva, contiene frutos secos,
        cacahuete, cacahuetes, maní, cristal en, vidrio en, vidrios en, trozo de vidrio, trozo de cristal,
        trozo de metal, metal en, plástico en, vomitando, vómitos, vomitó, diarrea, me puse malo, me puse mala,
        nos pusimos malos, enfermó, enfermamos, nos enfermamos, me enfermé, me cayó mal, sarpullido, ronchas,
        contaminado, contaminada, contaminación, efecto secundario, efectos secundarios, tóxico, tóxica, veneno,
        envenenado, gusano, gusanos, larvas, ratas, rata, ratón en, ratones, cucaracha, cucarachas, chinches,
        bicho en, bichos
    """,
    "self_harm": """
        matarme, me voy a matar, me quiero matar, quiero morir, quiero morirme, me quiero morir, no quiero vivir,
        no quiero seguir viviendo, no quiero seguir, suicidio, suicidarme, suicidar, acabar con mi vida,
        acabar con todo, quitarme la vida, hacerme daño, cortarme las venas, me corto, sin ganas de vivir,
        estarían mejor sin mí, estaríais mejor sin mí, mejor sin mí, no puedo más con mi vida, no despertar,
        ya no aguanto vivir, tirarme por, despedirme de todos, no vale la pena vivir
    """,
    "death": """
        murió, muerto, muerta, muertos, muertes, muerte, fallecido, fallecida, fallecidos, falleció, fallecieron,
        murieron, mató, mataron, mortal, mortales, funeral, víctimas mortales, pérdida de vidas
    """,
    "legal": """
        abogado, abogada, abogados, demanda, demandas, demandar, demandarlos, demandaré, demandados,
        los voy a demandar, os voy a denunciar, denuncia, denunciar, denunciaré, denunciado, denuncié, querella,
        juicio, juzgado, tribunal, tribunales, acción legal, acciones legales, vía legal, vía judicial,
        medidas legales, burofax, demanda colectiva, rgpd, protección de datos, derechos de autor, copyright,
        marca registrada, ilegal, ilegales, ilegalidad, contra la ley, incumplimiento de contrato, cláusula abusiva,
        daños y perjuicios, difamación, carta documento
    """,
    "authority": """
        policía, guardia civil, profeco, condusef, consumo, ocu, facua, omic, sernac, indecopi,
        defensa del consumidor, defensa al consumidor, superintendencia, sic, aepd, agencia de protección de datos,
        regulador, autoridades, sanidad, inspección de sanidad, inspección, inspector, inspectores, ministerio,
        fiscalía, investigación, investigan, investigado, investigando, multa, multados, denuncia en comisaría,
        comisaría, defensor del pueblo, banco de españa, cnmv, aesa, cnmc, cofepris, anmat, invima
    """,
    "breach": """
        filtración, filtración de datos, filtrado, filtraron, filtrados, filtradas, fuga de datos,
        brecha de seguridad, robo de datos, datos robados, hackeado, hackeada, hackearon, hackeo, me hackearon,
        me han hackeado, hacker, hackers, ciberataque, mis datos, datos personales, datos de clientes, datos de otros,
        datos de otra persona, cuenta de otra persona, pedidos de otra persona, contraseñas filtradas, ransomware,
        phishing, vulnerabilidad, robo de identidad, suplantación de identidad, suplantan, acceso no autorizado,
        cargo fraudulento, cargos fraudulentos, movimientos que no hice, compras que no hice, no reconozco,
        vaciaron mi cuenta, me vaciaron la cuenta, me robaron, robaron, robado
    """,
    "boycott": """
        boicot, boicotear, boicoteen, borren la app, borrad la app, no compren, no compréis, no les compren, difundan,
        difundid, difundir, compartan, compartid, comparte esto, rt por favor, hagan viral, háganlo viral,
        hacerlo viral, viral, se está haciendo viral, tendencia, trending topic, que todo el mundo sepa,
        que todos sepan, que se sepa, vergüenza debería darles, protesta, protestas, manifestación, petición,
        change org, indignación, huelga, paro, escándalo en redes, funa, funar, cacerolazo, que nadie compre
    """,
    "hate": """
        racista, racistas, racismo, machista, machistas, machismo, sexista, sexismo, homófobo, homófoba, homofobia,
        homofóbico, tránsfobo, transfobia, xenófobo, xenofobia, antisemita, islamofobia, clasista, discriminación,
        discriminado, discriminada, discriminaron, discriminan, discriminar, acoso, acoso sexual, acosada, acosado,
        ofensivo, ofensiva, insultante, mal gusto, de pésimo gusto, nazi, insulto, insultos, silla de ruedas,
        gordofobia, manoseó, me tocó, misógino, misoginia, capacitista, denigrante
    """,
    "wrongdoing": """
        trabajo infantil, explotación infantil, explotación laboral, explotan, explotados, trabajo esclavo,
        esclavitud, contaminan, contaminando, contaminar, vertidos, vierten, vertiendo, greenwashing, soborno,
        sobornos, corrupción, corruptos, corrupto, encubren, encubrieron, encubrimiento, tapando, tapar, ocultan,
        ocultaron, ocultando, ocultar, escándalo, mintieron, mienten, mintiendo, nos mienten, nos mintieron, fraude,
        fraudes, fraudulento, evasión de impuestos, evasión fiscal, maltrato animal, crueldad animal,
        pruebas en animales, testado en animales, salarios impagos, no pagan a sus, mal pagados, deepfake,
        documentos internos, audio filtrado, vídeo filtrado, engañoso, engañosa, publicidad engañosa, engañan,
        engañando, engaño, borran comentarios, borran los comentarios, borrando comentarios, borraron mi comentario,
        me borraron el comentario, deforestación, derrame, pruebas, tienen pruebas, despidos injustos
    """,
    "recall": """
        retirada, retirada de producto, retirar del mercado, retiren, retirado del mercado, retiro del mercado,
        retirada del mercado, alerta alimentaria, alerta sanitaria, alerta, aviso a todos, aviso importante,
        cuidado con, mucho cuidado, ojo con, no consuman, no coman, no lo coman, no comáis, no usen, no lo usen,
        no uséis, lote, número de lote, llamado a revisión
    """,
    "outage": """
        caída, caídas, caído, está caído, está caída, caídos, están caídos, se cayó, se ha caído, se cayó el sistema,
        servidores caídos, sistema caído, no hay sistema, no hay servicio, sin servicio, apagón, apagones,
        corte de luz, se fue la luz, sin luz, no hay luz, sin electricidad, corte de agua, sin agua, sin calefacción,
        sin gas, toda la ciudad, toda la zona, todo el barrio, todo el edificio, todo el país, toda la calle,
        todo el pueblo, a nivel nacional, en todo el país, a todos, a todo el mundo, nadie puede, solo a mí,
        sólo me pasa a mí, soy el único, soy la única, a alguien más, alguien más, les pasa a todos, a más gente,
        no funciona nada, no va nada, todas las tiendas, datáfonos, terminales de pago
    """,
    "stranded": """
        tirado, tirados, tirada, tiradas, nos dejaron tirados, me dejaron tirado, me dejaron tirada, dejan tirados,
        varado, varada, varados, varadas, atascados en, durmiendo en el aeropuerto, dormir en el aeropuerto,
        dormir en el suelo, durmiendo en el suelo, sin hotel, en el aeropuerto, en medio de la nada, en plena noche,
        perdí mi vuelo, perdí el vuelo, perdimos el vuelo, perder mi vuelo, voy a perder, pierdo mi,
        perdí la conexión, no puedo volver a casa, no podemos volver, abandonados, abandonado, nos abandonaron,
        en la calle, en la carretera, con frío, pasando frío, pasamos frío, grúa
    """,
    "vulnerable": """
        bebé, bebe de, bebés, recién nacido, mi hijo, mi hija, mis hijos, niño, niña, niños, niñas, mi niño, menores,
        ancianos, anciana, anciano, mayores, persona mayor, mi madre, mi mamá, mi abuela, mi abuelo, mi padre,
        mi papá, abuelita, discapacidad, discapacitado, discapacitada, embarazada, embarazo, insulina, diabético,
        diabética, diálisis, oxígeno, respirador, medicación, medicamento, medicamentos, medicinas, inhalador, quimio,
        cáncer, asma, epilepsia, operación, marcapasos, ciego, ciega, autista, mis pacientes, pacientes
    """,
    # What the brand does
    "announcement": """
        anuncio, anuncios, anunciado, anunciada, anunciaron, anuncian, anunciar, nota de prensa, comunicado,
        presentación, presentado, presentaron, presentan, desvelan, revelado, revelan, teaser, tráiler,
        vuestro artículo, su artículo, su post sobre, acabo de leer, acabo de ver, he leído que, leí que,
        he visto que, he oído que, escuché que, dicen que, es verdad que, es cierto que, campaña, nueva campaña,
        su campaña, vuestra campaña, spot, comercial nuevo, nuevo comercial, vuestro evento, evento, en directo,
        webinar, boletín, hoja de ruta, notas del parche, noticia, noticias, gran noticia, qué buena noticia,
        informe anual, resultados trimestrales
    """,
    "launch": """
        lanzamiento, lanzamientos, lanzan, lanzaron, lanzar, lanza, lanzado, estreno, estrenan, estrena, se estrena,
        fecha de salida, fecha de estreno, fecha de lanzamiento, sale el, sale a la venta, cuándo sale, saldrá, salió,
        ya disponible, ya a la venta, nueva función, nuevas funciones, nueva versión, nuevo modelo, nueva colección,
        nueva línea, nueva ruta, nuevas rutas, nueva actualización, nueva temporada, nuevo logo, nuevo diseño,
        rediseño, nueva imagen, nuevo sabor, nuevos sabores, nueva tienda, apertura, inauguración, inauguran,
        abren tienda, abrirán, van a abrir, beta, nueva app, nuevo menú, nuevo envase, nueva receta, vuelve,
        ha vuelto, vuelven, de vuelta, regreso, regresa, traigan de vuelta, nuevo disco, secuela, dlc, expansión,
        llegará a, llega a españa, llega a méxico, nuevo plan, nuevas tarifas, descontinuado, dejan de fabricar,
        dejaron de vender
    """,
    "company": """
        fusión, adquisición, compra de, absorción, nuevo ceo, ceo, despidos, despiden, ere, recorte de personal,
        neutralidad de carbono, huella de carbono, emisiones cero, sostenibilidad, sostenible, sustentable, renovable,
        renovables, alianza con, alianza, colaboración con, patrocinio de, patrocinan, sede, accionistas,
        acciones en bolsa, bolsa, donación, donar, donaciones, donan, fundación, compromiso, subida de precios,
        suben los precios, subieron los precios, suben el precio, aumento de precio, aumento de precios,
        semana de cuatro días, inversión en
    """,
    "contest": """
        sorteo, sorteos, sortean, sorteáis, concurso, concursos, rifa, premio, premios, ganador, ganadora, ganadores,
        gané, he ganado, quién ganó, ganar, ganarme, ganaría, gana, participar, participando, participo, participa,
        participé, participación, participante, participantes, bases, bases legales, bases del concurso,
        bases del sorteo, etiqueta a, etiqueto a, etiquetar, etiquetado, etiqueté, comparto y, compartido,
        sigo la cuenta, sigo y comparto, hecho ✅, listo, listo participando, suerte a todos, suerte, mucha suerte,
        ojalá me toque, ojalá gane, a ver si hay suerte, a ver si toca, dedos cruzados, cruzo los dedos,
        yo quiero ganar, quiero ganar, elígeme, elíganme, me encantaría ganar, votar, voto, voté, votado, votación,
        votaciones, jurado, reto, desafío, calendario de adviento, fecha límite, plazo del, cierra el sorteo, amañado,
        quiz, trivia, segundo lugar, primer lugar
    """,
    # What is said kindly
    "thanks": """
        gracias, muchas gracias, mil gracias, muchísimas gracias, gracias a, grax, thx, agradecido, agradecida,
        agradecer, agradezco, les agradezco, os agradezco, se agradece, felicitar a, felicitaciones a, bravo por,
        chapeau, chapó, me salvaron, me salvasteis, me salvó, rapidísimo todo, excelente atención, gran atención,
        muy buena atención, buen servicio, excelente servicio, me alegraron el día, un diez para, dios los bendiga
    """,
    "love": """
        amo, los amo, os amo, lo amo, la amo, me encanta, me encantan, me encantó, nos encanta, encantado, encantada,
        encantados, adoro, enamorado, enamorada, me enamoré, favorito, favorita, favoritos, favoritas, mejor, mejores,
        el mejor, la mejor, los mejores, las mejores, genial, geniales, increíble, increíbles, espectacular,
        espectaculares, maravilla, maravilloso, maravillosa, maravillosos, fantástico, fantástica, excelente,
        excelentes, perfecto, perfecta, perfectos, precioso, preciosa, preciosos, hermoso, hermosa, hermosos, bello,
        bella, lindo, linda, lindos, bonito, bonita, bonitos, delicioso, deliciosa, riquísimo, riquísima, rico, rica,
        buenísimo, buenísima, buenazo, qué rico, qué bonito, qué lindo, qué chulo, qué guapo, chulo, chula, chulísimo,
        brutal, tremendo, una pasada, una maravilla, qué pasada, la caña, mola, mola mucho, molan, mola mazo,
        padrísimo, chido, está chido, chingón, bacán, chévere, de 10, de diez, diez de diez, 10/10, obra maestra,
        recomiendo, recomendable, recomendado, muy recomendable, feliz, contento, contenta, satisfecho, satisfecha,
        impresionante, impresionado, superó mis expectativas, de lujo, vale la pena, vale cada peso, vale cada euro,
        adicto, adicta, enganchado, enganchada, amable, amables, simpático, simpáticos, top, cool, crack, cracks,
        son los mejores, sois los mejores, sois geniales, qué arte, emocionada, que bueno
    """,
    "greeting": """
        buenos días, buen día, buenas tardes, buenas noches, hola a todos, feliz lunes, feliz viernes, feliz finde,
        buen finde, buen fin de semana, feliz fin de semana, feliz cumpleaños, feliz navidad, felices fiestas,
        feliz año, feliz año nuevo, feliz aniversario, feliz día, saludos, saludos desde, un saludo, un abrazo,
        abrazos, besos, nos vemos, hasta pronto, que tengan buen día, bienvenidos, buena semana
    """,
    "fan": """
        fan, fans, muy fan, súper fan, fanático, fanática, seguidor, seguidora, fanart, cosplay, tatuaje, comunidad,
        mi gato, mi gata, mi perro, mi perra, mi colección, colección, desde niño, desde niña, desde chico,
        desde pequeño, desde pequeña, cuando era niño, cuando era niña, cuando era pequeño, infancia, mi infancia,
        recuerdos, qué recuerdos, qué tiempos, nostalgia, cliente desde, cliente de toda la vida, toda la vida,
        cliente fiel, clienta fiel, hace 20 años, desde hace años, maratón, en bucle, me la sé de memoria, récord,
        mi récord, selfie, atardecer, vistas, foto, fotos, mi outfit, receta, cociné, hice esta, preparé,
        community manager, el cm, al cm, becario, quien lleva esta cuenta, esta cuenta, meme, memes, opinión impopular
    """,
    "congratulations": """
        felicidades, felicitaciones, enhorabuena, merecido, bien merecido, muy merecido, orgulloso, orgullosa,
        orgullo, qué orgullo, me alegro, me alegro mucho, nos alegra, qué ganas, tengo ganas, muchas ganas,
        no puedo esperar, no veo la hora, emocionado, por fin, al fin, ya era hora, a por más, por muchos años más,
        hype, ansioso por
    """,
    # Who wants to buy
    "price": """
        precio, precios, cuánto cuesta, cuánto cuestan, cuánto vale, cuánto sale, qué precio, qué cuesta, a cuánto,
        cuesta, cuestan, costo, coste, costos, caro, cara, caros, carísimo, barato, barata, baratos, más barato,
        descuento, descuentos, código de descuento, cupón, cupones, promoción, promociones, promo, oferta, ofertas,
        rebaja, rebajas, en oferta, black friday, buen fin, hot sale, presupuesto, cotización, cotizar, por mes,
        al mes, mensual, prueba gratis, prueba gratuita, gastos de envío, envío gratis, costo de envío, al por mayor,
        mayoreo, mayorista, descuento de estudiante, plan familiar, plan estudiante, tarifa para empresas,
        financiación, financiamiento, financiar, meses sin intereses, cuotas, a plazos, crédito, préstamo, hipoteca,
        intereses, tasa de interés, leasing, renting
    """,
    "buy": """
        comprar, compro, comprarlo, comprarla, comprarme, quiero comprar, quisiera comprar, dónde comprar,
        dónde lo compro, dónde puedo comprar, dónde se compra, dónde lo venden, dónde venden, dónde consigo,
        dónde lo consigo, dónde los consigo, dónde encuentro, lo quiero, la quiero, quiero uno, quiero una, yo quiero,
        necesito uno, necesito uno así, interesado en, interesada en, estoy interesado, estoy interesada, me interesa,
        nos interesa, pensando en comprar, pensando en comprarme, estoy pensando, hacer un pedido, quiero pedir,
        encargar, tienda más cercana, tienda cercana, tiendas físicas, en tienda, distribuidor, contratar,
        contratarlo, quiero contratar, cambiarme a, pasarme a, me quiero cambiar, hacerme cliente, abrir una cuenta,
        abrir cuenta, prueba de manejo, prueba de conducción, demo, una demo, comercial que, asesor de ventas, ventas,
        tarjeta regalo, tarjeta de regalo, para regalar, regalo para, para mi empresa, para nuestra empresa,
        para la oficina, para nuestro equipo, empleados en, licencias
    """,
    "availability": """
        en stock, stock, hay stock, tienen stock, sin stock, agotado, agotada, agotados, disponible, disponibles,
        disponibilidad, reposición, reponen, vais a reponer, van a reponer, van a traer, vuelven a tener,
        volverá a estar, tienen, tenéis, tienen en, tenéis en, venden, vendéis, hacen envíos, hacéis envíos, envían a,
        enviáis a, mandan a, hay en, hay talla, lo hay en, en negro, en azul, en rojo, en blanco, en verde, talla,
        tallas, guía de tallas, en talla, qué talla, qué modelo, qué color, colores, color, cuál es la diferencia,
        diferencia entre, mejor que el, comparado con, compatible, compatible con, sirve para, funciona con,
        es vegano, vegano, vegana, sin gluten, sin lactosa, celíacos, resistente al agua, impermeable, autonomía,
        medidas, dimensiones, admiten mascotas, admiten perros, aceptan mascotas, desayuno incluido, vistas al mar,
        hay plazas, quedan plazas, quedan habitaciones, hay lugares
    """,
    # Press and partners
    "press": """
        periodista, periodistas, reportero, reportera, redactor, redactora, redacción, escribo para,
        estoy escribiendo, escribiendo un artículo, escribiendo un reportaje, preparando un reportaje,
        preparo un reportaje, reportaje, un artículo sobre, artículo sobre, nota sobre, una nota sobre,
        gabinete de prensa, departamento de prensa, contacto de prensa, oficina de prensa, prensa, declaración,
        declaraciones, declaración oficial, comentarios para, su versión, portavoz, vocero, vocera, entrevista,
        entrevistar, entrevistas, entrevistarlos, periódico, diario, revista, radio, televisión, tv, documental,
        podcast, medio de comunicación, medios, publicamos mañana, publicaremos, publicar, cierre de edición,
        corresponsal, freelance, verificación, acreditación, dossier de prensa, kit de prensa, usar su video,
        usar su foto, permiso para usar
    """,
    "partner": """
        colaboración, colaboraciones, colaborar, colaboremos, colaborar con, colabore, alianza comercial, patrocinio,
        patrocinador, patrocinadores, patrocinar, patrocinarnos, patrocinen, embajador, embajadora, embajadores,
        influencer, influencers, creador de contenido, creadora de contenido, creadores, ugc, media kit, mi audiencia,
        mis seguidores, mi canal, mi blog, bloguero, bloguera, mi comunidad, nuestro festival, nuestro evento,
        nuestra asociación, nuestra fundación, nuestro congreso, ong, asociación, benéfico, benéfica, recaudar fondos,
        sin ánimo de lucro, ponente, conferencia, charla, mesa redonda, afiliado, afiliados, programa de afiliados,
        muestra para reseñar, unboxing, reseña, suscriptores, nuestros lectores, trabajar juntos,
        trabajar con ustedes, trabajar con vosotros, proveedor, proveedores, distribuidores, ser distribuidor,
        universidad, estudiantes, tesis, tfg, tfm, encuesta, premio nacional, nominado, nominada, nominados,
        invitarlos, invitaros, invitación, invitado
    """,
    "job": """
        empleo, vacante, vacantes, trabajo, bolsa de trabajo, puesto, prácticas, pasantía, becas, currículum, mi cv,
        cv, enviar mi cv, postularme, postular, postulé, candidatura, reclutador, reclutadora, entrevista de trabajo,
        trabajar en, trabajar ahí, trabajar para ustedes, trabajo aquí, trabajo en, mi primer día, nuevo trabajo,
        compañeros, ex empleado, ex empleada, exempleado, están contratando, contratando personal, ofertas de empleo,
        ofertas de trabajo
    """,
    # Nothing to do
    "money_spam": """
        cripto, criptomonedas, bitcoin, airdrop, nft, forex, trading, señales de trading, opciones binarias, invertir,
        inversión, inviertan, invertí, inversiones, invierte, rentabilidad, ganancias, ganar dinero, gana dinero,
        gane dinero, ganando dinero, ingresos pasivos, ingresos extra, al día desde casa, desde casa,
        trabaja desde casa, trabajo desde casa, dólares diarios, euros al día, diarios, por semana,
        libertad financiera, hacerse rico, casino, apuestas, apuesta, tragamonedas, préstamo rápido,
        préstamos rápidos, préstamos sin, créditos inmediatos, bajar de peso, adelgazar, pierde peso, viagra,
        iphone gratis, has ganado un, ha ganado un, ha sido seleccionado, has sido seleccionado, fuiste seleccionado,
        reclama tu, reclame su, billetera, wallet, retiro, retiré, duplicar, dupliqué, gracias al experto,
        gracias a la señora, mentor, gana desde casa
    """,
    "look_alike": """
        escriba a, escríbale a, escriban a @anyone, escribe a @anyone, contacte a, contacte con, contacta a @anyone,
        contacte a @anyone, contacta con @anyone, comuníquese con, comuníquese, estimado cliente, estimada clienta,
        estimado usuario, querido cliente, verifique su, verifica tu, verificar su cuenta, su cuenta será,
        tu cuenta será suspendida, su cuenta ha sido, actualice sus datos, complete el formulario,
        rellene el formulario, llene el formulario, haga clic, haz clic, clic aquí, da clic, pincha aquí,
        en el siguiente enlace, whatsapp, al whatsapp, por whatsapp, wasap, telegram, por telegram, recuperé mi,
        me ayudó a recuperar, recuperar su, recuperación de, recuperación de fondos, hacker ético, envíe su,
        envíenos su, envíenos sus datos, datos de su tarjeta, número de tarjeta, soporte oficial, cuenta de soporte,
        para una atención más rápida, asistencia inmediata, amablemente
    """,
    "follow_bait": """
        sígueme, síganme, seguidme, sígueme y te sigo, te sigo si me sigues, sigo de vuelta, follow, suscríbete a mi,
        suscríbanse a mi, suscribanse, visita mi, visiten mi, mira mi perfil, miren mi perfil, entra a mi perfil,
        entra en mi perfil, mi perfil, link en mi bio, link en bio, link en la bio, enlace en mi bio,
        enlace en la bio, mi onlyfans, onlyfans, comprar seguidores, compra seguidores, más seguidores,
        seguidores baratos, consigue seguidores, haz crecer tu, seo, posicionamiento web, diseño web, diseñador web,
        diseño de logos, mi nueva canción, mi nuevo tema, mi nuevo video, mi música, escuchen mi, vota por mí,
        voten por mí, solteras cerca, chicas calientes, nudes, citas, réplicas, rolex, relojes baratos, usa mi código,
        mi código, código de referido, hacemos tareas, tareas y ensayos, hago tesis
    """,
    "off_topic": """
        el clima, el tiempo de hoy, almuerzo, tráfico, elecciones, política, político, fútbol, el partido,
        partido de ayer, cuenta equivocada, empresa equivocada, me equivoqué de cuenta, persona equivocada,
        no eres tú, prueba, test, primer comentario, jeje ok, ok, mmm
    """,
    # How it is said
    "question_word": """
        qué, que tal, cuándo, dónde, adónde, por qué, porqué, quién, quiénes, cuál, cuáles, cómo, cuánto, cuántos,
        cuánta, cuántas, xq, alguien sabe, alguien me dice, saben si, sabéis si, sabes si, sabe alguien, hay alguna,
        hay algún, es cierto, es verdad, será que, una pregunta, pregunta, consulta, una consulta, una duda, duda,
        tengo una duda
    """,
    "can_you": """
        pueden, podéis, podrían, podríais, puede alguien, alguien puede, me pueden, me podrían, me puedes, podría,
        podrías, me dicen, me decís, me dan, me dais, por favor, porfavor, porfa, pf, x favor, favor de, les pido,
        os pido, pido, necesito que, quiero que, exijo, quiero, quisiera, me gustaría, necesito, díganme, decidme,
        dime, avísenme, avisadme, avisen, envíenme, enviadme, mándenme, denme, dadme, llámenme, llamadme, contáctenme,
        comuníquense conmigo, contacten conmigo, respondan, responded, respóndanme, respuesta, contesten, contestad,
        contéstenme, respondedme, expliquen, explíquenme, explicadme, solucionen esto, solucionadlo, arréglenlo,
        arreglen esto, arregladlo, hagan algo, haced algo, traigan, traed, agreguen, añadan, añadid, pongan, poned,
        espero su respuesta, quedo a la espera, quedo atento, quedo atenta, solicito, solicitar, solicitud
    """,
    "urgent": """
        urgente, urgentemente, urge, me urge, es urgente, con urgencia, inmediatamente, de inmediato, ya mismo,
        ahora mismo, cuanto antes, lo antes posible, lo más pronto posible, rápido, hoy, hoy mismo, esta noche,
        esta tarde, mañana, mañana mismo, para mañana, antes del viernes, antes del lunes, en una hora, en dos horas,
        en 2 horas, en media hora, en 30 minutos, en 10 minutos, minutos, boda, funeral, examen, plazo,
        última oportunidad, alquiler, renta, nómina, sueldo, salario, sale en, emergencia
    """,
    "again": """
        otra vez, de nuevo, nuevamente, siempre, siempre igual, siempre lo mismo, como siempre, todos los días,
        cada día, cada vez, cada semana, todas las semanas, constantemente, una y otra vez, sigue, siguen,
        sigue igual, tercera vez, segunda vez, semanas, meses, días, horas, desde ayer, desde el lunes,
        desde el viernes, desde la semana pasada, ya van
    """,
    "mine": "mi, mis, yo, me, a mí, mío, mía, nosotros, nos, nuestro, nuestra, nuestros",
    "yours": """
        ustedes, uds, vosotros, vosotras, os, vuestro, vuestra, vuestros, vuestras, su, sus, tu, tus, usted, chicos,
        equipo
    """,
    "complaint": """
        decepcionado, decepcionada, decepción, decepcionante, qué decepción, malo, mala, malos, malas, mal servicio,
        muy mal, mal, molesto, molesta, enojado, enojada, enfadado, enfadada, cabreado, cabreada, indignado,
        indignada, indignante, harto, harta, hartos, estoy harto, hasta la madre, hasta las narices, hasta los huevos,
        frustrante, frustrado, frustrada, cansado de, cansada de, estafa, estafadores, estafado, estafada, estafaron,
        timo, timadores, ladrones, robo, un robo, es un robo, roban, rateros, basura, mierda, porquería, caca, asco,
        qué asco, ridículo, ridícula, inútil, inútiles, ineptos, incompetentes, incompetencia, pésima calidad,
        mala calidad, mala atención, lento, lentísimo, lenta, pérdida de tiempo, tirar el dinero, perder el tiempo,
        excusas, mentirosos, mentira, mentiras, poca seriedad, falta de respeto, una falta de respeto,
        falta de seriedad, burla, se burlan, se ríen de, tomadura de pelo, nos toman el pelo, me toman el pelo,
        vergüenza, qué vergüenza, no puede ser, no es posible que, inaudito, nunca más, no vuelvo,
        no vuelvo a comprar, no volveré, no vuelvo más, última vez, perdieron un cliente, perdieron una clienta,
        han perdido un cliente, me cambio a, me voy a, no recomiendo, no lo recomiendo, no los recomiendo,
        no recomendable, no compren, cero estrellas, una estrella, 0 estrellas, problema, problemas, lamentable,
        triste, pena, qué pena, una pena, aburrido, feo, fea, caos, desastre de servicio, cada vez peor,
        de mal en peor, ha bajado la calidad, bajó la calidad, puto, puta, putos, joder, coño, carajo, verga, chafa,
        culeros, pinche, pinches, de cuarta, sinvergüenza
    """,
    "awful": """
        pésimo, pésima, pésimos, peor, peores, el peor, la peor, lo peor, horrible, horribles, terrible, terribles,
        desastre, un desastre, desastroso, fatal, inaceptable, vergonzoso, vergonzosa, sinvergüenzas, deplorable,
        nefasto, nefasta, asqueroso, asquerosa, repugnante, patético, patética, odio, los odio, intolerable,
        bochornoso, lo más bajo, pesadilla, una pesadilla, infierno, un infierno, hijos de puta, hdp, váyanse a la,
        vergüenza ajena, escandaloso, insultante, criminales, delincuentes
    """,
    "sarcasm": """
        gracias por nada, muchas gracias por nada, felicidades por, enhorabuena por dejar, bravo, bravo 👏,
        qué sorpresa, vaya sorpresa, menuda sorpresa, qué raro, qué novedad, cómo no, claro que sí,
        claro que sí campeones, excelente servicio como siempre, de lujo eh, muy profesional todo, muy profesionales,
        genios, unos genios, unos cracks, sois unos cracks, qué maravilla de servicio, menudo servicio, vaya servicio,
        me encanta cuando, me encanta que, me encanta esperar, me encanta pagar, nótese el sarcasmo, sarcasmo, ironía,
        ironía off, aplausos, un aplauso, 10 de 10 la atención, sigan así, seguid así, lo estáis petando,
        solo 3 horas, sólo tres horas, se lucieron, se la rifaron, os habéis lucido, ole vosotros, olé
    """,
    "rhetorical": """
        en serio, es en serio, es broma, es una broma, esto es una broma, me están tomando el pelo, están de broma,
        estáis de coña, de coña, no os da vergüenza, no les da vergüenza, no tienen vergüenza, qué les pasa,
        qué os pasa, a quién se le ocurre, quién aprobó, en qué estaban pensando, tan difícil es, qué tan difícil,
        tanto cuesta, para qué sirven, para qué, cómo es posible, cómo puede ser, hasta cuándo, qué clase de,
        a quién le importa, quién más, no creen, verdad que, o qué, neta, es neta
    """,
    "laugh": """
        jaja, jajaja, jajajaja, jajajajaja, jeje, jejeje, xd, xdd, lol, jsjs, jsjsjs, me parto, me meo,
        me muero de risa, qué risa, es broma jaja, broma, bromeo, 😂, 🤣
    """,
    "quiet": """
        no hace falta que respondan, no hace falta responder, no hace falta respuesta, sin necesidad de responder,
        solo quería decir, solo decir, solo para decir, solo quería contar, solo comento, solo por comentar, ya está,
        ya está resuelto, ya se solucionó, ya se arregló, ya me lo solucionaron, solucionado, resuelto, ya funciona,
        ya me funciona, ya llegó, gracias de todos modos, gracias igualmente, no pasa nada, todo bien, sin prisa,
        no hay prisa, no corre prisa, no es urgente, fyi, para que conste, olvídenlo, da igual
    """,
    "good": """
        bueno, buena, buenos, buenas, buen, bien, muy bien, gusta, me gusta, me gustan, me gustó, agradable, útil,
        cómodo, cómoda, puntual, rápida, mejoró, alegra
    """,
    "but": "pero, aunque, sin embargo, salvo, excepto, lástima que",
    "not": "no, ni, nunca, jamás, tampoco, nada, sin, ningún, ninguna, nadie, apenas",
    "nothing": """
        me muero de risa, muero de risa, muerto de risa, muerta de risa, muero por, me muero por, muero de ganas,
        me muero de ganas, muriendo por, muero de amor, muero de hambre, morir de risa, está de muerte,
        de muerte lenta, para morirse de, mataría por, matar por, me mata de risa, me mataste, mortal de bueno,
        bomba de sabor, la bomba, es la bomba, bomba de baño, bombazo, explosión de sabor, explosión de sabores,
        explota de sabor, explotó la cabeza, me explota la cabeza, me explotó la cabeza, se derrite en la boca,
        me derrito, derrite el corazón, me rompe el corazón, rompió el corazón, rompiendo récords, rompió récords,
        rompieron internet, romper el hielo, la rompen, la rompieron, la rompiste, la rompe, rompe esquemas,
        de infarto, de locos, locura, está que arde, arde en deseos, en llamas 🔥, fuego puro, puro fuego, puro 🔥,
        qué fuego, enciende la fiesta, me roba el corazón, robó el corazón, roba corazones, me robó la sonrisa,
        un robo de corazón, de puta madre, puta madre qué bueno, puto amo, putos amos, la puta ostia, la hostia,
        la leche, de la hostia, joder qué bueno, hostia qué bueno, no está mal, nada mal, no estuvo mal, mala suerte,
        menos mal, asesino en serie, crimen, true crime, serie de terror, película de terror, videojuego de terror,
        jefe final, escape room, sala de escape, death metal, naranja sanguina, sangre fría, a sangre fría,
        nochebuena, buena suerte con, vicio total, adicción total, vale la pena esperar, valió la pena esperar,
        la espera valió, no puedo esperar a, lista de deseos, de vez en cuando, ayuda mucho, no hay problema,
        sin problema, sin problemas, ningún problema, qué peligro tienen, peligro para mi cartera,
        un peligro para mi bolsillo, peligrosamente rico, debería ser ilegal, debería ser delito, delito lo rico,
        pecado, de pecado, hackathon, prueba de sonido, poco a poco, ni idea, por si acaso, en cuanto a,
        que te mejores, casi me muero de, corte de pelo, corto de, tormenta de ideas
    """,
}
